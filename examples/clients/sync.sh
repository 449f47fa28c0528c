#!/usr/bin/env bash
# A small Clever client: bash, curl and jq. Copy it, and put your own store where ids are printed.
#
# Jobs: `sync:students` (or another list, such as `sync:users?role=student` of v3.1) prints the ids of a whole list,
# `create-assignment` makes one assignment, `update-submission` passes one grade back. Exit 0 means that the job is
# complete; any other code means that it is not.
set -uo pipefail
export LC_ALL=C

origin=${CLEVER_BASE_URL:?is not set} token=${CLEVER_TOKEN:?is not set} job=${CLEVER_JOB:?is not set}
version=${CLEVER_DATA_VERSION:-v2.0} input=${CLEVER_JOB_INPUT:-null} state_dir=${CLEVER_STATE_DIR:-.}
origin=${origin%/}
waits=(1 2 4 8 16 '')          # seconds before each retry of a request; the empty one ends the list: five retries
limit=1000 small_limit=100     # entries per page; the API allows 10,000 and returns 413 for larger pages
max_pages=300                  # 300,000 records: a longer chain of links is treated as an error; raise it if you have more
max_bytes=$((32 * 1024 * 1024)) # per response
answer_s=30                    # per response
max_wait_s=300                 # a rate-limit window lasts a minute: a later Reset is ignored

tmp=$(mktemp -d) && trap 'rm -rf "$tmp"' EXIT
: > "$tmp/ids"
state='' asked='' ready_at=0 status='' problem=''

print_ids() { awk '!held[$0]++' "$tmp/ids"; } # each once
say() { printf '%s\n' "$*" >&2; }

# Ends the run: prints the ids so far, and exits with a status that reports an incomplete list.
# A later run continues where this one stopped, unless the second word is `start-over`.
fail() {
  say "not complete: $1"
  [[ ${2:-} == start-over && $state ]] && rm -f "$state"
  print_ids
  exit 1
}

# Sends once. Sets $status, leaves head and body in $tmp; returns 1 (and sets $problem) without a complete response.
send() { # METHOD URI [BODY]
  local now curl_exit bytes left text args=(--request "$1")
  [[ $# -gt 2 ]] && printf '%s' "$3" > "$tmp/sent" &&
    args+=(--data-binary "@$tmp/sent" --header 'Content-Type: application/json')
  now=${EPOCHSECONDS:-$(date +%s)} # the variable is new in bash 5
  ((ready_at > now)) && sleep $((ready_at - now))
  : > "$tmp/head"
  # The token is passed in a file, because other users can read the command lines of processes.
  # No --location: a redirect could send the token to another host. No --retry: its waits differ from the documented ones.
  curl -q --silent --show-error --globoff --path-as-is --suppress-connect-headers --max-time "$answer_s" \
    --config <(printf 'header = "Authorization: Bearer %s"\n' "$token") --header 'Accept: application/json' \
    --dump-header "$tmp/head" "${args[@]}" "$origin$2" 2> "$tmp/error" | head -c $((max_bytes + 1)) > "$tmp/body"
  curl_exit=${PIPESTATUS[0]}
  read -r status left < <(awk '
    /^HTTP\// { status = $2; left = "" }
    tolower($1) == "x-ratelimit-remaining:" { left = $2 }
    END { print status + 0, left ~ /^0\r?$/ ? "none" : "some" }' "$tmp/head")
  # The status of an error suffices, even if its body is incomplete.
  if ((curl_exit != 0 && status < 300)); then
    bytes=$(wc -c < "$tmp/body")
    ((bytes > max_bytes || (curl_exit == 28 && bytes > 0))) && problem='the answer is too long, or comes too slowly' ||
      problem="no whole answer ($(head -n 1 "$tmp/error"))"
    return 1
  fi
  if ((status >= 300)); then
    text=$(message)
    problem="status $status${text:+ $text}"
  fi
  [[ $status == 429 || $left == none ]] && ready_at=$(window_end)
  return 0
}

# All values of a header, one per line; names are case-insensitive.
header() {
  tr -d '\r' < "$tmp/head" |
    awk -v name="$1:" 'tolower(substr($0, 1, length(name))) == name { sub(/^[^:]*:[ \t]*/, ""); print }'
}

# When the rate-limit window ends, by the local clock. A Reset that is missing, duplicated, malformed, past, in
# milliseconds or years ahead counts as one second; the growing waits do the rest.
window_end() {
  local now reset sent best
  now=${EPOCHSECONDS:-$(date +%s)} best=$((now + 2))
  reset=$(header x-ratelimit-reset)
  if [[ $reset =~ ^[0-9]{1,10}$ ]]; then
    reset=$((10#$reset))
    # Also by the server's clock, in case the local one is wrong. One more second, because seconds are truncated.
    sent=$(jq -rn --arg date "$(header date)" '$date | strptime("%a, %d %b %Y %H:%M:%S GMT") | mktime' 2> /dev/null)
    local end
    for end in "$reset" ${sent:+$((now + 1 + reset - sent))}; do
      ((end > best && end <= now + max_wait_s)) && best=$end
    done
  fi
  echo "$best"
}

# The API's message: `message` (LMS Connect), `error` (Data API), or the plain text. The body may be empty.
message() {
  { jq -er '.message // .error | strings' "$tmp/body" 2> /dev/null || head -c 500 "$tmp/body"; } |
    head -c 500 | tr -s '\000-\037\177' ' '
}

# Sends a GET with the documented retries. Returns 1 for a 413; ends the run for any other status except 200.
get() { # URI
  local wait
  for wait in "${waits[@]}"; do
    if send GET "$1"; then
      case $status in
        200) return 0 ;;
        429 | 500 | 502 | 503) ;; # no others: a 501 is permanent, and a rejected request stays rejected
        413) return 1 ;;
        401 | 403) fail "$problem" ;; # may succeed with another token
        *) fail "$problem" start-over ;;
      esac
    elif [[ $problem == *'too slowly' ]]; then
      fail "$problem"
    fi
    [[ $wait ]] || fail "$problem; gave up after five retries"
    say "$problem; waiting"
    sleep "$wait"
  done
}

# Follows the `next` links of a list. The link and the ids so far are saved after every page.
sync() { # students, or users?role=student
  local uri="/$version/$1?limit=$limit" pages=0 smaller collection=${1%%\?*}
  if [[ $1 == *\?* ]]; then uri="/$version/$1&limit=$limit"; fi
  state=$state_dir/${1//[^a-zA-Z0-9_]/-}.state
  # State expires after a day, to avoid mixing old and new pages.
  if [[ $(find "$state" -mmin -1440 2> /dev/null) ]]; then
    { read -r uri && cat > "$tmp/ids"; } < "$state"
  fi
  while [[ $uri ]]; do
    if ((++pages > max_pages)) || [[ " $asked" == *" $uri "* ]]; then
      fail 'the links of the list have no end' start-over
    fi
    asked+="$uri "
    if ! get "$uri"; then
      smaller=$(jq -rn --arg uri "$uri" --argjson small "$small_limit" '$uri |
        sub("(?<name>[?&]limit=)(?<old>[0-9]+)"; .name + ([(.old | tonumber), $small] | min | tostring))')
      [[ $smaller != "$uri" ]] || fail "$problem" start-over
      uri=$smaller
      continue
    fi
    # First line: the next link, found by its rel, unchanged. It must stay on this server and in this list: the pattern
    # rejects //evil, /\evil, tabs, user:password@ and other collections. Then the ids only: other fields may be
    # absent, empty or unknown; use what you need, ignore the rest.
    jq -rs --arg list "$collection" --arg origin "$origin" '
      if length == 1 then .[0] else error("no JSON") end |
      (if .links | type == "array" then . else error("no links") end |
        [.links[] | select(.rel == "next")] | if . == [] then "" else .[0].uri | tostring |
        if startswith($origin + "/") then ltrimstr($origin) else . end |
        if test("^/v[0-9.]+/") and (test("[^!-~]") | not) and
          (sub("^/v[0-9.]+/"; "") | . == $list or startswith($list + "?")) then . else "away" end
      end),
      (.data | if type == "array" and all(.[]; .data.id | type == "string" and test("^[!-~]+$"))
        then .[].data.id else error("no list") end)' "$tmp/body" > "$tmp/page" 2> /dev/null ||
      fail 'a page is not a list of records'
    { read -r uri && cat >> "$tmp/ids"; } < "$tmp/page"
    [[ $uri != away ]] || fail 'the next link leads away from the list' start-over
    # Atomic, even if the process is killed. In your system: one database transaction.
    [[ $uri ]] && { printf '%s\n' "$uri"; cat "$tmp/ids"; } > "$state.new" && mv "$state.new" "$state"
  done
  rm -f "$state"
  print_ids
}

# Sends a single POST, never retried: there is no idempotency key, and a retry could create a duplicate.
create_assignment() {
  local journal=$state_dir/create-assignment.pending wanted id
  wanted=$(jq -cS '[.section_id, .body]' <<< "$input")
  [[ -f $journal && $(< "$journal") == "$wanted" ]] &&
    fail "outcome unknown since an earlier run: look for the assignment, then delete $journal"
  printf '%s\n' "$wanted" > "$journal" # before the POST, so that a killed run leaves a trace
  if send POST "/v3.1/sections/$(field section_id)/assignments" "$(jq -c .body <<< "$input")"; then
    case $status in
      200 | 201)
        # Of an empty body some versions of jq print nothing and exit 0.
        id=$(jq -er '.data.id | strings' "$tmp/body" 2> /dev/null) && [[ $id ]] ||
          fail 'outcome unknown: a success without an assignment'
        printf '%s\n' "$id"
        rm -f "$journal"
        return
        ;;
      4?? | 501)
        rm -f "$journal" # rejected: nothing was created
        fail "$problem"
        ;;
    esac
  fi
  fail "outcome unknown, look before you create it again: $problem"
}

# Sends a grade. Reads the submission before a retry: the grade may be stored, or a newer one may exist.
update_submission() {
  local uri wait before now body
  uri="/v3.1/sections/$(field section_id)/assignments/$(field assignment_id)/submissions/$(field user_id)"
  body=$(jq -c .body <<< "$input")
  before=$(look "$uri") || exit 1
  for wait in "${waits[@]}"; do
    if send PATCH "$uri" "$body"; then
      case $status in
        2??) break ;;
        429 | 500 | 502 | 503) ;;
        *) fail "$problem" ;;
      esac
    fi
    [[ $wait ]] || fail "outcome unknown: $problem"
    say "$problem; waiting"
    sleep "$wait"
    now=$(look "$uri") || exit 1
    # It was stored, only the response was lost.
    jq -en --argjson now "$now" --argjson body "$body" 'all($body | to_entries[]; .value == $now[.key])' > "$tmp/same" && break
    [[ $now == "$before" ]] ||
      fail "$problem; the submission was changed meanwhile, so it is not overwritten"
  done
  jq -r .user_id <<< "$input"
}

# The current submission, on one line. Runs in a subshell, so its rate-limit state is not kept.
look() { # URI
  local submission
  get "$1" || fail "$problem"
  submission=$(jq -ecS '.data | objects' "$tmp/body" 2> /dev/null) && [[ $submission ]] ||
    fail 'the answer holds no submission'
  printf '%s\n' "$submission"
}

field() { jq -r --arg name "$1" '.[$name] | tostring | @uri' <<< "$input"; }

case $job in
  sync:*) sync "${job#sync:}" ;;
  create-assignment) create_assignment ;;
  update-submission) update_submission ;;
  *) fail "unknown job $job" ;;
esac
