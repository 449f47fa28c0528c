#!/usr/bin/env php
<?php
/**
 * A small Clever client: PHP 8.1 or later with its curl extension. Copy it, and put your database where ids are printed.
 *
 * Jobs: `sync:students` (or another list, such as `sync:users?role=student` of v3.1) prints the ids of a whole list,
 * `create-assignment` makes one assignment, `update-submission` passes one grade back. Exit 0 means that the job is
 * complete; any other code means that it is not.
 */
declare(strict_types=1);

const WAITS_S = [1, 2, 4, 8, 16]; // before each retry of a request; gives up after five
const RETRIED = [429, 500, 502, 503]; // no others: a 501 is permanent, and a rejected request stays rejected
const LIMIT = 1000; // entries per page; the API allows 10,000 and returns 413 for larger pages
const SMALL_LIMIT = 100;
const MAX_PAGES = 1000; // a million records: a longer chain of links is treated as an error
const MAX_BYTES = 32 * 1024 * 1024; // per response
const ANSWER_S = 20; // per response
const MAX_WAIT_S = 300; // a rate-limit window lasts a minute: a later Reset is ignored
const STATE_LASTS_S = 24 * 3600; // older state is discarded, to avoid mixing old and new pages

/** The job is not complete. A later run continues where this one stopped, unless `startOver` is set. */
class Failed extends Exception
{
    public function __construct(string $message, public bool $startOver = false)
    {
        parent::__construct($message);
    }
}

/** 413: the same request would fail again, one with a smaller limit may not. */
class TooLarge extends Failed
{
}

/** No complete response: the server may or may not have processed the request. */
class Lost extends Exception
{
}

class Answer
{
    public int $status = 0;
    /** @var array<string, list<string>> by lower-case name */
    public array $headers = [];
    public string $text = '';
}

class Clever
{
    /** By the monotonic clock: no request is sent before, because the rate limit is exhausted. */
    private float $readyAt = 0;

    public function __construct(private string $origin, private string $token)
    {
        $this->origin = rtrim($origin, '/');
    }

    /**
     * Follows the `next` links of a list. State is saved after every page.
     *
     * @return array{list<string>, ?Failed} the unique ids, and the failure if there was one
     */
    public function sync(string $version, string $query, string $stateFile): array
    {
        $first = "/$version/$query" . (str_contains($query, '?') ? '&' : '?') . 'limit=' . LIMIT;
        [$ids, $uri] = loadState($stateFile) ?? [[], $first];
        $collection = explode('?', $query)[0];
        $asked = [];
        try {
            while ($uri !== null) {
                if (isset($asked[$uri]) || count($asked) === MAX_PAGES) {
                    throw new Failed('the list has too many pages', startOver: true);
                }
                $asked[$uri] = true;
                try {
                    $page = $this->get($uri);
                } catch (TooLarge $tooLarge) {
                    $smaller = preg_replace_callback(
                        '/(?<=[?&]limit=)\d+/',
                        fn (array $old) => (string) min((int) $old[0], SMALL_LIMIT),
                        $uri,
                    );
                    if ($smaller === $uri) {
                        throw $tooLarge;
                    }
                    $uri = $smaller;
                    continue;
                }
                // Only ids are read here. Fields may be absent, empty or unknown: use what you need, ignore the rest.
                foreach (listIn($page, 'data') as $entry) {
                    $id = $entry['data']['id'] ?? throw new Failed('a page is not a list of records');
                    $ids["id $id"] = (string) $id; // by a key that is no number, so that order stays, and each id once
                }
                $uri = $this->nextLink($page, $collection);
                if ($uri !== null) {
                    saveState($stateFile, $ids, $uri);
                }
            }
            forget($stateFile);
            return [array_values($ids), null];
        } catch (Failed $failure) {
            if ($failure->startOver) {
                forget($stateFile);
            }
            return [array_values($ids), $failure];
        }
    }

    /** Sends a single POST, never retried: there is no idempotency key, and a retry could create a duplicate. */
    public function createAssignment(string $sectionId, mixed $body, string $journal): string
    {
        $wanted = json([$sectionId, $body]);
        if (is_file($journal) && file_get_contents($journal) === $wanted) {
            throw new Failed("outcome unknown since an earlier run: check for the assignment, then delete $journal");
        }
        write($journal, $wanted); // before the POST, so that a killed run leaves a trace
        $unknown = 'outcome unknown, check before creating it again: ';
        try {
            $answer = $this->send('POST', '/v3.1/sections/' . rawurlencode($sectionId) . '/assignments', $body);
        } catch (Lost $lost) {
            throw new Failed($unknown . $lost->getMessage());
        }
        if ($answer->status === 200 || $answer->status === 201) {
            $made = json_decode($answer->text, true)['data']['id'] ?? null;
            if (!is_string($made)) {
                throw new Failed("{$unknown}status $answer->status without an assignment");
            }
            forget($journal);
            return $made;
        }
        if (($answer->status >= 400 && $answer->status < 500) || $answer->status === 501) {
            forget($journal); // rejected: nothing was created
            throw new Failed(explain($answer));
        }
        throw new Failed($unknown . explain($answer));
    }

    /** Sends a grade. Reads the submission before a retry: the grade may be stored, or a newer one may exist. */
    public function updateSubmission(string $sectionId, string $assignmentId, string $userId, array $body): void
    {
        [$section, $assignment, $user] = array_map('rawurlencode', [$sectionId, $assignmentId, $userId]);
        $uri = "/v3.1/sections/$section/assignments/$assignment/submissions/$user";
        $before = submission($this->get($uri));
        foreach ([...WAITS_S, null] as $wait) {
            try {
                $answer = $this->send('PATCH', $uri, $body);
                if ($answer->status >= 200 && $answer->status < 300) {
                    return;
                }
                $problem = explain($answer);
                if (!in_array($answer->status, RETRIED, true)) {
                    throw new Failed($problem);
                }
            } catch (Lost $lost) {
                $problem = $lost->getMessage();
            }
            if ($wait === null) {
                throw new Failed("outcome unknown: $problem");
            }
            pause($problem, $wait);
            $now = submission($this->get($uri));
            $stored = array_filter($body, fn ($value, $name) => ($now[$name] ?? null) == $value, ARRAY_FILTER_USE_BOTH);
            if (count($stored) === count($body)) {
                return; // it was stored, only the response was lost
            }
            if ($now != $before) {
                throw new Failed("$problem; the submission was changed meanwhile, so it is not overwritten");
            }
        }
    }

    /** Sends a GET with the documented retries; returns the JSON of a 200. */
    private function get(string $uri): mixed
    {
        foreach ([...WAITS_S, null] as $wait) {
            try {
                $answer = $this->send('GET', $uri);
                if ($answer->status === 200) {
                    return json_decode($answer->text, true) ?? throw new Failed('a success with a body that is not JSON');
                }
                $problem = explain($answer);
                if (!in_array($answer->status, RETRIED, true)) {
                    // 401 and 403 may succeed with another token; other errors are permanent.
                    $startOver = !in_array($answer->status, [401, 403], true);
                    throw $answer->status === 413 ? new TooLarge($problem, $startOver) : new Failed($problem, $startOver);
                }
            } catch (Lost $lost) {
                $problem = $lost->getMessage();
            }
            if ($wait === null) {
                throw new Failed("$problem; gave up after " . count(WAITS_S) . ' retries');
            }
            pause($problem, $wait);
        }
        throw new LogicException('the last wait is null');
    }

    /** Sends once. curl follows no redirects unless it is told to: they could send the token to another host. */
    private function send(string $method, string $uri, mixed $body = null): Answer
    {
        usleep((int) (1_000_000 * max(0, $this->readyAt - nowS())));
        $answer = new Answer();
        $isTooLarge = false;
        $headers = ["Authorization: Bearer $this->token", 'Accept: application/json', 'Expect:'];
        $handle = curl_init($this->origin . $uri);
        curl_setopt_array($handle, [
            CURLOPT_CUSTOMREQUEST => $method,
            CURLOPT_TIMEOUT => ANSWER_S,
            CURLOPT_HEADERFUNCTION => function ($_, string $line) use ($answer): int {
                [$name, $value] = explode(':', $line, 2) + [1 => null];
                if ($value !== null) {
                    $answer->headers[strtolower($name)][] = trim($value);
                }
                return strlen($line);
            },
            CURLOPT_WRITEFUNCTION => function ($_, string $piece) use ($answer, &$isTooLarge): int {
                $answer->text .= $piece;
                $isTooLarge = strlen($answer->text) > MAX_BYTES;
                return $isTooLarge ? -1 : strlen($piece);
            },
        ]);
        if ($body !== null) {
            $headers[] = 'Content-Type: application/json';
            curl_setopt($handle, CURLOPT_POSTFIELDS, json($body));
        }
        curl_setopt($handle, CURLOPT_HTTPHEADER, $headers);
        $isWhole = curl_exec($handle) !== false;
        $answer->status = curl_getinfo($handle, CURLINFO_RESPONSE_CODE);
        // Error bodies may be truncated.
        if (!$isWhole && $answer->status < 400) {
            throw $isTooLarge || $answer->status > 0 && curl_errno($handle) === CURLE_OPERATION_TIMEDOUT
                ? new Failed('the response is too large or too slow')
                : new Lost('no complete response (' . curl_error($handle) . ')');
        }
        if ($answer->status === 429 || ($answer->headers['x-ratelimit-remaining'] ?? []) === ['0']) {
            $this->readyAt = nowS() + (untilReset($answer) ?? WAITS_S[0]);
        }
        return $answer;
    }

    /** The `next` link, unchanged, found by its rel. It must stay on this server and in this list. */
    private function nextLink(mixed $page, string $collection): ?string
    {
        foreach (listIn($page, 'links') as $link) {
            if (($link['rel'] ?? null) !== 'next') {
                continue;
            }
            $uri = (string) ($link['uri'] ?? '');
            if (str_starts_with($uri, "$this->origin/")) {
                $uri = substr($uri, strlen($this->origin));
            }
            // This pattern rejects //evil, /\evil, tabs, user:password@ or another collection.
            if (preg_match('#\A/v[0-9.]+/' . preg_quote($collection, '#') . '(\?[!-~]*)?\z#', $uri) !== 1) {
                throw new Failed('the next link leads to another list or server', startOver: true);
            }
            return $uri;
        }
        return null;
    }
}

/** Seconds until the window ends; null if Reset is missing or implausible (past, milliseconds, garbage, years ahead). */
function untilReset(Answer $answer): ?float
{
    $reset = $answer->headers['x-ratelimit-reset'] ?? [];
    if (count($reset) !== 1 || preg_match('/\A[0-9]{1,10}\z/', $reset[0]) !== 1) {
        return null;
    }
    $waits = [(int) $reset[0] - microtime(true)];
    $sent = strtotime($answer->headers['date'][0] ?? '');
    if ($sent !== false) {
        $waits[] = (float) ((int) $reset[0] - $sent); // by the server's clock, in case the local one is wrong
    }
    $plausible = array_filter($waits, fn (float $wait) => $wait > 0 && $wait <= MAX_WAIT_S);
    return $plausible === [] ? null : max($plausible);
}

/** The API's message: `message` (LMS Connect), `error` (Data API), or the plain text. The body may be empty. */
function explain(Answer $answer): string
{
    $body = json_decode($answer->text, true);
    $text = is_array($body) ? $body['message'] ?? $body['error'] ?? '' : $answer->text;
    $short = is_string($text) ? preg_replace('/[^[:print:]]/', ' ', substr($text, 0, 500)) : '';
    return trim("status $answer->status $short");
}

/** @return list<mixed> */
function listIn(mixed $page, string $name): array
{
    $list = is_array($page) ? $page[$name] ?? null : null;
    return is_array($list) && array_is_list($list) ? $list : throw new Failed("a page has no $name");
}

function submission(mixed $answer): array
{
    $data = is_array($answer) ? $answer['data'] ?? null : null;
    return is_array($data) ? $data : throw new Failed('the response contains no submission');
}

/**
 * The state of an earlier run: the ids so far and the next link.
 *
 * @return ?array{array<string, string>, string}
 */
function loadState(string $path): ?array
{
    if (!is_file($path) || time() - filemtime($path) > STATE_LASTS_S) {
        return null;
    }
    $lines = file($path, FILE_IGNORE_NEW_LINES);
    $uri = array_shift($lines);
    return [array_combine(array_map(fn (string $id) => "id $id", $lines), $lines), $uri];
}

/** Saves link and ids together. In your system: records and link in one database transaction. */
function saveState(string $path, array $ids, string $uri): void
{
    write($path, implode("\n", [$uri, ...array_values($ids)]));
}

/** Writes atomically, even if the process is killed. */
function write(string $path, string $text): void
{
    file_put_contents("$path.new", $text);
    rename("$path.new", $path);
}

function forget(string $path): void
{
    if (is_file($path)) {
        unlink($path);
    }
}

/** As it was given: 90.0 stays a number with a point. */
function json(mixed $value): string
{
    return json_encode($value, JSON_PRESERVE_ZERO_FRACTION | JSON_UNESCAPED_SLASHES | JSON_UNESCAPED_UNICODE | JSON_THROW_ON_ERROR);
}

function pause(string $problem, int $waitS): void
{
    fwrite(STDERR, "$problem; waiting\n");
    sleep($waitS);
}

function nowS(): float
{
    return hrtime(true) / 1e9;
}

function main(): void
{
    $missing = array_filter(['CLEVER_BASE_URL', 'CLEVER_TOKEN', 'CLEVER_JOB'], fn (string $name) => !getenv($name));
    if ($missing !== []) {
        throw new Failed('not set: ' . implode(', ', $missing));
    }
    $clever = new Clever(getenv('CLEVER_BASE_URL'), getenv('CLEVER_TOKEN'));
    $job = getenv('CLEVER_JOB');
    $given = json_decode(getenv('CLEVER_JOB_INPUT') ?: '{}', true);
    $state = getenv('CLEVER_STATE_DIR') ?: '.';
    if (str_starts_with($job, 'sync:')) {
        $wanted = substr($job, strlen('sync:')); // students, or users?role=student
        $stateFile = "$state/" . preg_replace('/\W/', '-', $wanted) . '.state';
        [$ids, $failure] = $clever->sync(getenv('CLEVER_DATA_VERSION') ?: 'v2.0', $wanted, $stateFile);
        foreach ($ids as $id) {
            echo "$id\n";
        }
        if ($failure) {
            throw $failure;
        }
    } elseif ($job === 'create-assignment') {
        echo $clever->createAssignment($given['section_id'], $given['body'], "$state/create-assignment.pending"), "\n";
    } elseif ($job === 'update-submission') {
        $clever->updateSubmission($given['section_id'], $given['assignment_id'], $given['user_id'], $given['body']);
        echo $given['user_id'], "\n";
    } else {
        throw new Failed("unknown job $job");
    }
}

try {
    main();
} catch (Failed $failure) {
    fwrite(STDERR, "not complete: {$failure->getMessage()}\n");
    exit(1);
}
