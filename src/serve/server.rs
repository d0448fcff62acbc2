//! Takes connections and leads each request to its answer: so many at once, each with a time in which to ask.

use super::answer::{self, OWN, Reload};
use super::guard::Guard;
use super::{Preview, reload};
use axum::Router;
use axum::body::Body;
use axum::extract::ws::WebSocketUpgrade;
use axum::extract::{FromRequestParts, Request, State};
use axum::http::{Response, StatusCode, header};
use hyper::server::conn::http1;
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::service::TowerToHyperService;
use std::io;
use std::net::{SocketAddr, TcpListener};
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::Semaphore;

/// How to serve.
#[derive(Clone, Debug)]
pub struct Options {
    /// The host that was asked for, by the name that browsers will use.
    pub host: String,
    /// Whether pages reload when they changed.
    pub reload: bool,
}

/// How many connections are open at once; one more waits.
const CONNECTIONS: usize = 1024;

/// A request has so much time to arrive, and so many bytes of headers.
const ASKED_WITHIN: Duration = Duration::from_secs(10);
const HEADER_BYTES: usize = 16 * 1024;

/// Pages that are made at once.
const MAKERS: usize = 2;

/// How many ports are tried beside the first.
const OTHER_PORTS: u16 = 9;

/// Listens on a port of a host, or on the next one that is free.
///
/// # Errors
/// If none of them is free, or the host is not of this machine.
pub fn bind(host: &str, port: u16) -> io::Result<(TcpListener, SocketAddr)> {
    let last = port.saturating_add(if port == 0 { 0 } else { OTHER_PORTS });
    let mut taken = None;
    for port in port..=last {
        match TcpListener::bind((host.trim_matches(['[', ']']), port)) {
            Ok(listener) => {
                let address = listener.local_addr()?;
                return Ok((listener, address));
            }
            Err(error) if error.kind() == io::ErrorKind::AddrInUse => taken = Some(error),
            Err(error) => return Err(error),
        }
    }
    Err(taken.unwrap_or_else(|| io::ErrorKind::AddrInUse.into()))
}

/// Serves until the user ends it.
///
/// # Errors
/// If the system gives no means to serve.
pub fn serve(listener: TcpListener, preview: Arc<Preview>, options: &Options) -> io::Result<()> {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().max_blocking_threads(MAKERS).build()?;
    listener.set_nonblocking(true)?;
    let desk = Desk {
        preview,
        guard: Arc::new(Guard::new(&options.host)),
        reload: if options.reload { Reload::Yes } else { Reload::No },
    };
    let ended = runtime.block_on(async {
        let listener = tokio::net::TcpListener::from_std(listener)?;
        tokio::select! {
            () = accept(listener, Router::new().fallback(lead).with_state(desk)) => Ok(()),
            ended = tokio::signal::ctrl_c() => ended,
        }
    });
    // A page that is being made is of no use to anybody now.
    runtime.shutdown_background();
    ended
}

/// What it takes to answer.
#[derive(Clone)]
struct Desk {
    preview: Arc<Preview>,
    guard: Arc<Guard>,
    reload: Reload,
}

async fn accept(listener: tokio::net::TcpListener, router: Router) {
    let places = Arc::new(Semaphore::new(CONNECTIONS));
    loop {
        let Ok(place) = Arc::clone(&places).acquire_owned().await else { return };
        let Ok((stream, _)) = listener.accept().await else {
            // The system is short of something; a connection that ends gives it back.
            tokio::time::sleep(Duration::from_millis(50)).await;
            continue;
        };
        // A message of one packet is not to wait for the next.
        let _ = stream.set_nodelay(true);
        let service = TowerToHyperService::new(router.clone());
        tokio::spawn(async move {
            let mut connection = http1::Builder::new();
            connection.timer(TokioTimer::new()).header_read_timeout(ASKED_WITHIN).max_buf_size(HEADER_BYTES);
            // A client that breaks off is none of our business.
            let _ = connection.serve_connection(TokioIo::new(stream), service).with_upgrades().await;
            drop(place);
        });
    }
}

/// Leads a request to its answer.
async fn lead(State(desk): State<Desk>, request: Request) -> Response<Body> {
    if let Some((status, why)) = desk.guard.refusal(request.method(), request.headers()) {
        let mut refused = answer::words(status, why);
        if status == StatusCode::METHOD_NOT_ALLOWED {
            refused.headers_mut().insert(header::ALLOW, header::HeaderValue::from_static("GET, HEAD"));
        }
        return refused;
    }
    let path = request.uri().path().to_owned();
    if let Some(page) = path.strip_prefix(OWN).and_then(|own| own.strip_prefix("listen/")) {
        return listen(&desk, page.to_owned(), request).await;
    }
    let Desk { preview, reload, .. } = desk;
    let made = tokio::task::spawn_blocking(move || answer::page(&preview, &path, reload)).await;
    made.unwrap_or_else(|_| answer::words(StatusCode::INTERNAL_SERVER_ERROR, "the page could not be made"))
}

async fn listen(desk: &Desk, page: String, request: Request) -> Response<Body> {
    if desk.reload == Reload::No {
        return answer::words(StatusCode::NOT_FOUND, "pages do not reload");
    }
    if !Guard::may_listen(request.headers()) {
        return answer::words(StatusCode::FORBIDDEN, "only pages of this server may listen");
    }
    let preview = Arc::clone(&desk.preview);
    match WebSocketUpgrade::from_request_parts(&mut request.into_parts().0, &()).await {
        Ok(upgrade) => upgrade.max_message_size(1024).on_upgrade(|socket| reload::talk(socket, preview, page)),
        Err(_) => answer::words(StatusCode::BAD_REQUEST, "this is for the script of a page"),
    }
}
