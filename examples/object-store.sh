#!/bin/sh
# Uploads a built site to an object store, and removes there what the site no longer has.
#
#   object-store.sh SITE s3://BUCKET[/PREFIX]    with the AWS command line; for another S3 store set AWS_ENDPOINT_URL
#   object-store.sh SITE gs://BUCKET[/PREFIX]    with the Google Cloud command line
#
# The bucket, or the prefix in it, must hold nothing but the site: all else in it is removed. A site that was built for
# another audience than AUDIENCE (public, if it is not set) is refused.
set -eu

die() {
  printf 'object-store.sh: %s\n' "$*" >&2
  exit 2
}

[ $# -eq 2 ] || die "usage: object-store.sh SITE s3://BUCKET[/PREFIX] | gs://BUCKET[/PREFIX]"
site=${1%/}
to=${2%/}
audience=${AUDIENCE:-public}

list=$site/.minutebook-files
[ -f "$list" ] || die "\`$site\` is no site that minutebook built"
grep -qx "audience $audience" "$list" || die "\`$site\` was not built for the audience \`$audience\`"

# Pages are asked for again each time. The names of style and script stay from version to version: an hour, no longer.
page='no-cache'
asset='max-age=3600'
# Neither command line knows YAML. As text the record is shown; `application/yaml` makes most browsers save it.
yaml='text/plain; charset=utf-8'

# Everything is sent, whatever is there already: `aws s3 sync` compares sizes and times, and neither tells that 14:02 has
# become 14:03 in a folder that was checked out anew. Only then is what is left over removed; every file has its equal
# by now, so that --size-only sends nothing more.
to_s3() {
  put() {
    aws s3 cp "$site" "$to" --recursive --only-show-errors "$@"
  }
  put --exclude '*' --include 'assets/*' --cache-control "$asset"
  put --exclude '*' --include '*.yaml' --content-type "$yaml" --cache-control "$page"
  put --exclude '.minutebook*' --exclude 'assets/*' --exclude '*.yaml' --cache-control "$page"
  aws s3 sync "$site" "$to" --delete --size-only --exclude '.minutebook*'
}

# Compares by hash, and sends what differs. The expressions are Python's, begin where a path begins, and say what a step
# leaves alone.
to_gcs() {
  put() {
    gcloud storage rsync "$site" "$to" --recursive --checksums-only --delete-unmatched-destination-objects "$@"
  }
  put --exclude '(?!assets/)' --cache-control "$asset"
  put --exclude '(?!.*\.yaml$)' --content-type "$yaml" --cache-control "$page"
  put --exclude '\.minutebook|assets/|.*\.yaml$' --cache-control "$page"
}

case $to in
  s3://?*) to_s3 ;;
  gs://?*) to_gcs ;;
  *) die "\`$2\` begins with neither s3:// nor gs://" ;;
esac
