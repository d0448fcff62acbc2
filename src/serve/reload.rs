//! A conversation with an open page: how things stand when it comes, and again after each change. The page says nothing.

use super::{Preview, answer};
use axum::extract::ws::{Message, WebSocket};
use std::sync::Arc;
use std::sync::atomic::Ordering;
use std::time::Duration;
use tokio::time::timeout;

/// A page that takes longer to be told something is gone.
const TOLD_WITHIN: Duration = Duration::from_secs(10);

/// Talks to the page at a path until it is closed.
pub(super) async fn talk(mut socket: WebSocket, preview: Arc<Preview>, path: String) {
    let _open = Open::new(&preview);
    let key = answer::key(&path);
    let mut turn = preview.turn.subscribe();
    loop {
        let told = {
            let now = turn.borrow_and_update().clone();
            let project = preview.project();
            now.told(&project, &key).to_string()
        };
        match timeout(TOLD_WITHIN, socket.send(Message::Text(told.into()))).await {
            Ok(Ok(())) => {}
            Ok(Err(_)) | Err(_) => return,
        }
        loop {
            tokio::select! {
                changed = turn.changed() => match changed {
                    Ok(()) => break,
                    Err(_) => return,
                },
                heard = socket.recv() => match heard {
                    Some(Ok(Message::Ping(_) | Message::Pong(_) | Message::Text(_) | Message::Binary(_))) => {}
                    Some(Ok(Message::Close(_)) | Err(_)) | None => return,
                },
            }
        }
    }
}

/// Counts a page while it is open.
struct Open<'p>(&'p Preview);

impl<'p> Open<'p> {
    fn new(preview: &'p Preview) -> Self {
        preview.browsers.fetch_add(1, Ordering::Relaxed);
        Self(preview)
    }
}

impl Drop for Open<'_> {
    fn drop(&mut self) {
        self.0.browsers.fetch_sub(1, Ordering::Relaxed);
    }
}
