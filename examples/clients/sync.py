#!/usr/bin/env python3
"""A small Clever client: Python 3.8 or later, standard library only. Copy it, and put your database where ids are printed.

Jobs: `sync:students` (or another list, such as `sync:users?role=student` of v3.1) prints the ids of a whole list,
`create-assignment` makes one assignment, `update-submission` passes one grade back. Exit 0 means that the job is complete; any other code means that it is not.
"""
import email.utils
import http.client
import json
import os
import re
import sys
import time
import urllib.error
import urllib.parse
import urllib.request

WAITS_S = (1, 2, 4, 8, 16)  # before each retry of a request; gives up after five
RETRIED = {429, 500, 502, 503}  # no others: a 501 is permanent, and a rejected request stays rejected
LIMIT, SMALL_LIMIT = 1000, 100  # entries per page; the API allows 10,000 and returns 413 for larger pages
MAX_PAGES = 1000  # a million records: a longer chain of links is treated as an error
MAX_BYTES = 32 * 1024 * 1024  # per response
ANSWER_S = 30  # per response
MAX_WAIT_S = 300  # a rate-limit window lasts a minute: a later Reset is ignored
STATE_LASTS_S = 24 * 3600  # older state is discarded, to avoid mixing old and new pages


class Failed(Exception):
    """The job is not complete. A later run continues where this one stopped, unless `start_over` is set."""

    def __init__(self, message, start_over=False):
        super().__init__(message)
        self.start_over = start_over


class Lost(Exception):
    """No complete response: the server may or may not have processed the request."""


class Clever:
    def __init__(self, origin, token):
        self.origin, self.token = origin.rstrip("/"), token
        self.ready_at = 0  # by time.monotonic(): no request is sent before, because the rate limit is exhausted
        # Redirects are not followed: they could send the token to another host.
        self.opener = urllib.request.build_opener(NoRedirects)

    def send(self, method, uri, body=None):
        """Sends once; returns (status, headers, text)."""
        time.sleep(max(0, self.ready_at - time.monotonic()))
        headers = {"Authorization": f"Bearer {self.token}", "Accept": "application/json"}
        if body is not None:
            headers["Content-Type"] = "application/json"
            body = json.dumps(body).encode()
        request = urllib.request.Request(self.origin + uri, body, headers, method=method)
        deadline = time.monotonic() + ANSWER_S
        try:
            response = self.opener.open(request, timeout=ANSWER_S)
        except urllib.error.HTTPError as error:
            response = error  # an HTTP response, too
        except (OSError, http.client.HTTPException) as error:
            raise Lost(f"no response ({error})") from None
        with response:
            text = read(response, deadline)
        status, headers = response.status, response.headers
        if status == 429 or headers.get("X-RateLimit-Remaining") == "0":
            self.ready_at = time.monotonic() + (until_reset(headers) or WAITS_S[0])
        return status, headers, text

    def get(self, uri):
        """Sends a GET with the documented retries; returns the JSON of a 200."""
        for wait in (*WAITS_S, None):
            try:
                status, _, text = self.send("GET", uri)
                if status == 200:
                    return parse(text)
                problem = explain(status, text)
                if status not in RETRIED:
                    # 401 and 403 may succeed with another token; other errors are permanent.
                    raise (TooLarge if status == 413 else Failed)(problem, start_over=status not in (401, 403))
            except Lost as lost:
                problem = str(lost)
            if wait is None:
                raise Failed(f"{problem}; gave up after {len(WAITS_S)} retries")
            say(f"{problem}; waiting")
            time.sleep(wait)

    def sync(self, version, query, state_file):
        """Follows the `next` links of a list and returns the unique ids. State is saved after every page."""
        ids, uri = load(state_file) or ({}, f"/{version}/{query}{'&' if '?' in query else '?'}limit={LIMIT}")
        collection = query.split("?")[0]
        asked = set()
        try:
            while uri:
                if uri in asked or len(asked) == MAX_PAGES:
                    raise Failed("the list has too many pages", start_over=True)
                asked.add(uri)
                try:
                    page = self.get(uri)
                except TooLarge:
                    smaller = re.sub(r"(?<=[?&]limit=)\d+", lambda old: str(min(int(old[0]), SMALL_LIMIT)), uri)
                    if smaller == uri:
                        raise
                    uri = smaller
                    continue
                # Only ids are read here. Fields may be absent, empty or unknown: use what you need, ignore the rest.
                for entry in page["data"]:
                    ids[str(entry["data"]["id"])] = True  # a dict keeps order and removes duplicates
                uri = next_link(page, collection, self.origin)
                if uri:
                    save(state_file, ids, uri)
            forget(state_file)
            return list(ids), None
        except (KeyError, TypeError, AttributeError):
            return list(ids), Failed("a page is not a list of records")
        except Failed as failure:
            if failure.start_over:
                forget(state_file)
            return list(ids), failure

    def create_assignment(self, section_id, body, journal):
        """Sends a single POST, never retried: there is no idempotency key, and a retry could create a duplicate."""
        wanted = json.dumps([section_id, body], sort_keys=True)
        if os.path.exists(journal) and open(journal, encoding="utf-8").read() == wanted:
            raise Failed(f"outcome unknown since an earlier run: check for the assignment, then delete {journal}")
        write(journal, wanted)  # before the POST, so that a killed run leaves a trace
        try:
            status, _, text = self.send("POST", f"/v3.1/sections/{quote(section_id)}/assignments", body)
        except Lost as lost:
            raise Failed(f"outcome unknown, check before creating it again: {lost}") from None
        if status in (200, 201):
            try:
                made = parse(text)["data"]["id"]
            except (Failed, KeyError, TypeError):
                raise Failed(f"outcome unknown: status {status} without an assignment") from None
            forget(journal)
            return made
        if 400 <= status < 500 or status == 501:
            forget(journal)  # rejected: nothing was created
            raise Failed(explain(status, text))
        raise Failed(f"outcome unknown, check before creating it again: {explain(status, text)}")

    def update_submission(self, section_id, assignment_id, user_id, body):
        """Sends a grade. Reads the submission before a retry: the grade may be stored, or a newer one may exist."""
        path = "/v3.1/sections/{}/assignments/{}/submissions/{}"
        uri = path.format(*map(quote, (section_id, assignment_id, user_id)))
        before = submission(self.get(uri))
        for wait in (*WAITS_S, None):
            try:
                status, _, text = self.send("PATCH", uri, body)
                if 200 <= status < 300:
                    return
                problem = explain(status, text)
                if status not in RETRIED:
                    raise Failed(problem)
            except Lost as lost:
                problem = str(lost)
            if wait is None:
                raise Failed(f"outcome unknown: {problem}")
            say(f"{problem}; waiting")
            time.sleep(wait)
            now = submission(self.get(uri))
            if all(now.get(name) == value for name, value in body.items()):
                return  # it was stored, only the response was lost
            if now != before:
                raise Failed(f"{problem}; the submission was changed meanwhile, so it is not overwritten")


class NoRedirects(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *_):
        return None


class TooLarge(Failed):
    """413: the same request would fail again, one with a smaller limit may not."""


def read(response, deadline):
    """The body as text, with limits on size and time. Error bodies may be truncated."""
    text = bytearray()
    try:
        while True:
            piece = response.read1(65536)
            if not piece:
                break
            text += piece
            if len(text) > MAX_BYTES or time.monotonic() > deadline:
                if response.status >= 400:
                    break
                raise Failed("the response is too large or too slow")
        if response.status < 400 and response.length:
            raise Lost("the response is incomplete")
    except (OSError, http.client.HTTPException) as error:
        if response.status < 400:
            raise Lost(f"the response is incomplete ({error})") from None
    return text.decode("utf-8", "replace")


def parse(text):
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        raise Failed("a success with a body that is not JSON") from None


def submission(answer):
    if isinstance(answer, dict) and isinstance(answer.get("data"), dict):
        return answer["data"]
    raise Failed("the response contains no submission")


def until_reset(headers):
    """Seconds until the window ends; None if Reset is missing or implausible (past, milliseconds, garbage, years ahead)."""
    reset = headers.get_all("X-RateLimit-Reset") or [""]
    if len(reset) != 1 or not re.fullmatch(r"[0-9]{1,10}", reset[0].strip()):
        return None
    waits = [int(reset[0]) - time.time()]
    sent = email.utils.parsedate_tz(headers.get("Date", ""))
    if sent:
        waits.append(int(reset[0]) - email.utils.mktime_tz(sent))  # by the server's clock, in case the local one is wrong
    return max((wait for wait in waits if 0 < wait <= MAX_WAIT_S), default=None)


def next_link(page, collection, origin):
    """The `next` link, unchanged, found by its rel. It must stay on this server and in this list."""
    if not isinstance(page.get("links"), list):
        raise Failed("a page has no links, so it does not say whether there are more")
    links = [link["uri"] for link in page["links"] if link.get("rel") == "next"]
    if not links:
        return None
    uri = links[0][len(origin):] if links[0].startswith(origin + "/") else links[0]
    # This pattern rejects //evil, /\evil, tabs, user:password@ or another collection.
    if not re.fullmatch(rf"/v[0-9.]+/{re.escape(collection)}(\?[!-~]*)?", uri):
        raise Failed("the next link leads to another list or server", start_over=True)
    return uri


def explain(status, text):
    """The API's message: `message` (LMS Connect), `error` (Data API), or the plain text. The body may be empty."""
    try:
        body = json.loads(text)
        text = str(body.get("message") or body.get("error") or "")
    except (ValueError, AttributeError, RecursionError):
        pass
    printable = "".join(char if char.isprintable() else " " for char in text[:500])
    return f"status {status} {printable}".strip()


def load(path):
    """The state of an earlier run: the ids so far and the next link."""
    if not os.path.exists(path) or time.time() - os.path.getmtime(path) > STATE_LASTS_S:
        return None
    with open(path, encoding="utf-8") as file:
        uri, *ids = file.read().splitlines()
    return dict.fromkeys(ids, True), uri


def save(path, ids, uri):
    """Saves link and ids together. In your system: records and link in one database transaction."""
    write(path, "\n".join([uri, *ids]) + "\n")


def write(path, text):
    """Writes atomically, even if the process is killed."""
    with open(path + ".new", "w", encoding="utf-8") as file:
        file.write(text)
    os.replace(path + ".new", path)


def forget(path):
    if os.path.exists(path):
        os.remove(path)


def quote(text):
    return urllib.parse.quote(text, safe="")


def say(text):
    print(text, file=sys.stderr)


def main():
    env = os.environ
    missing = [name for name in ("CLEVER_BASE_URL", "CLEVER_TOKEN", "CLEVER_JOB") if not env.get(name)]
    if missing:
        raise Failed(f"not set: {', '.join(missing)}")
    clever = Clever(env["CLEVER_BASE_URL"], env["CLEVER_TOKEN"])
    job, given = env["CLEVER_JOB"], json.loads(env.get("CLEVER_JOB_INPUT") or "{}")
    state = env.get("CLEVER_STATE_DIR", ".")
    if job.startswith("sync:"):
        wanted = job[len("sync:"):]  # students, or users?role=student
        version = env.get("CLEVER_DATA_VERSION") or "v2.0"
        ids, failure = clever.sync(version, wanted, os.path.join(state, re.sub(r"\W", "-", wanted) + ".state"))
        print("".join(f"{one}\n" for one in ids), end="")
        if failure:
            raise failure
    elif job == "create-assignment":
        journal = os.path.join(state, "create-assignment.pending")
        print(clever.create_assignment(given["section_id"], given["body"], journal))
    elif job == "update-submission":
        clever.update_submission(given["section_id"], given["assignment_id"], given["user_id"], given["body"])
        print(given["user_id"])
    else:
        raise Failed(f"unknown job {job}")


if __name__ == "__main__":
    try:
        main()
    except Failed as failure:
        say(f"not complete: {failure}")
        sys.exit(1)
