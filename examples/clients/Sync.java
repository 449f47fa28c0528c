import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.*;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * A small Clever client: Java 17 or later, no libraries, started by `java Sync.java`. Copy it, and put your database
 * where ids are printed (and your JSON library in place of {@link Json}).
 *
 * <p>Jobs: `sync:students` (or another list, such as `sync:users?role=student` of v3.1) prints the ids of a whole list,
 * `create-assignment` makes one assignment, `update-submission` passes one grade back. Exit 0 means that the job is
 * complete; any other code means that it is not.
 */
public class Sync {
  static final int[] WAITS_S = {1, 2, 4, 8, 16}; // before each retry of one request; after five retries we give up
  static final Set<Integer> RETRIED = Set.of(429, 500, 502, 503); // and no others: 501 will not pass
  static final int LIMIT = 1000; // entries per page; the API allows 10,000
  static final int SMALL_LIMIT = 100; // after a 413: too much was asked for
  static final int MAX_PAGES = 1000; // a million records: a longer chain of links is taken for a fault
  static final int MAX_BYTES = 32 * 1024 * 1024; // of one answer
  static final Duration ANSWER = Duration.ofSeconds(30); // for one answer
  static final double LONGEST_WAIT_S = 300; // a rate-limit window lasts a minute: a Reset beyond this is not believed
  static final Duration STATE_LASTS = Duration.ofDays(1); // half a list from today and half from last week make no list

  /** The job is not complete. A later run continues where this one stopped, unless it has to start over. */
  static class Failed extends Exception {
    final boolean startOver;
    final int status;

    Failed(String message, boolean startOver, int status) {
      super(message);
      this.startOver = startOver;
      this.status = status;
    }

    Failed(String message) {
      this(message, false, 0);
    }
  }

  /** No complete response: the server may or may not have processed the request. */
  static class Lost extends Exception {
    Lost(String message) {
      super(message);
    }
  }

  record Answer(int status, String text) {
    /** The API's message: `message` (LMS Connect), `error` (Data API), or the plain text. The body may be empty. */
    String problem() {
      Map<?, ?> body = Json.parse(text) instanceof Map<?, ?> map ? map : Map.of();
      Object words = body.get("message") != null ? body.get("message") : body.get("error") != null ? body.get("error") : text;
      String shown = words.toString().replaceAll("\\p{Cntrl}+", " ");
      return ("status " + status + " " + shown.substring(0, Math.min(500, shown.length()))).strip();
    }
  }

  final String origin, token;
  final HttpClient http;
  long readyAtNs = System.nanoTime(); // nothing is sent before: the rate limit is used up

  Sync(String origin, String token) {
    this.origin = origin.replaceAll("/+$", "");
    this.token = token;
    // By default HttpClient retries a GET immediately when a kept-alive connection was closed; the documents require a wait.
    System.setProperty("jdk.httpclient.redirects.retrylimit", "1");
    // Redirects are not followed: they could send the token to another host.
    http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1)
        .followRedirects(HttpClient.Redirect.NEVER).connectTimeout(ANSWER).build();
  }

  /** Sends once. */
  Answer send(String method, String uri, Object body) throws Failed, Lost, InterruptedException {
    TimeUnit.NANOSECONDS.sleep(readyAtNs - System.nanoTime());
    var request = HttpRequest.newBuilder(URI.create(origin + uri)).timeout(ANSWER)
        .header("Authorization", "Bearer " + token).header("Accept", "application/json");
    if (body != null) request.header("Content-Type", "application/json");
    request.method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(Json.print(body)));
    try {
      var response = http.send(request.build(), BodyHandlers.ofInputStream());
      String text = read(response.body(), response.statusCode());
      if (response.statusCode() == 429 || response.headers().firstValue("X-RateLimit-Remaining").orElse("").equals("0"))
        readyAtNs = System.nanoTime() + (long) (1e9 * untilReset(response.headers()).orElse(WAITS_S[0]));
      return new Answer(response.statusCode(), text);
    } catch (IOException broken) {
      throw new Lost("no complete response (" + broken.getMessage() + ")");
    }
  }

  /** The body, with limits on size and time. The status of an error suffices, even if its body is incomplete. */
  static String read(InputStream in, int status) throws IOException, Failed {
    var text = new ByteArrayOutputStream();
    var tooSlow = CompletableFuture.runAsync(() -> close(in),
        CompletableFuture.delayedExecutor(ANSWER.toSeconds(), TimeUnit.SECONDS));
    try (in) {
      byte[] piece = new byte[65536];
      for (int got; (got = in.read(piece)) >= 0 && text.size() <= MAX_BYTES; ) text.write(piece, 0, got);
    } catch (IOException broken) {
      if (status < 300 && !tooSlow.isDone()) throw broken;
    }
    if (status < 300 && (tooSlow.isDone() || text.size() > MAX_BYTES))
      throw new Failed("the response is too large or too slow");
    tooSlow.cancel(false);
    return text.toString(UTF_8);
  }

  static void close(InputStream in) {
    try {
      in.close();
    } catch (IOException ignored) {
      // Already closed.
    }
  }

  /** Seconds until the window ends; empty if Reset is missing or implausible (past, milliseconds, garbage, years ahead). */
  static OptionalDouble untilReset(HttpHeaders headers) {
    List<String> reset = headers.allValues("X-RateLimit-Reset");
    if (reset.size() != 1 || !reset.get(0).matches("[0-9]{1,10}")) return OptionalDouble.empty();
    double end = Long.parseLong(reset.get(0));
    double byOurs = end - System.currentTimeMillis() / 1000.0;
    double byTheirs = byOurs; // the server's clock, in case ours is wrong
    try {
      var sent = ZonedDateTime.parse(headers.firstValue("Date").orElse(""), DateTimeFormatter.RFC_1123_DATE_TIME);
      byTheirs = end - sent.toEpochSecond();
    } catch (java.time.DateTimeException unreadable) {
      // Fall back to the local clock.
    }
    return java.util.stream.DoubleStream.of(byOurs, byTheirs).filter(wait -> wait > 0 && wait <= LONGEST_WAIT_S).max();
  }

  /** Sends a GET with the documented retries; returns the JSON object of a 200. */
  Map<?, ?> get(String uri) throws Failed, InterruptedException {
    for (int retry = 0; ; retry++) {
      String problem;
      try {
        Answer answer = send("GET", uri, null);
        int status = answer.status();
        if (status == 200) {
          if (Json.parse(answer.text()) instanceof Map<?, ?> body) return body;
          throw new Failed("a success with a body that is not a JSON object");
        }
        problem = answer.problem();
        // 401 and 403 may succeed with another token; other errors are permanent.
        if (!RETRIED.contains(status)) throw new Failed(problem, status != 401 && status != 403, status);
      } catch (Lost lost) {
        problem = lost.getMessage();
      }
      if (retry == WAITS_S.length) throw new Failed(problem + "; gave up after five retries");
      pause(problem, retry);
    }
  }

  static void pause(String problem, int retry) throws InterruptedException {
    System.err.println(problem + "; waiting");
    TimeUnit.SECONDS.sleep(WAITS_S[retry]);
  }

  /** Follows the `next` links of a list and collects unique ids. Link and ids are saved after every page. */
  void sync(String version, String query, Path state, Set<String> ids) throws Failed, IOException, InterruptedException {
    String uri = "/" + version + "/" + query + (query.contains("?") ? "&" : "?") + "limit=" + LIMIT;
    String collection = query.replaceFirst("\\?.*", "");
    if (Files.exists(state) && Files.getLastModifiedTime(state).toInstant().isAfter(Instant.now().minus(STATE_LASTS))) {
      List<String> lines = Files.readAllLines(state);
      uri = lines.get(0);
      ids.addAll(lines.subList(1, lines.size()));
    }
    var asked = new HashSet<String>();
    try {
      while (uri != null) {
        if (!asked.add(uri) || asked.size() > MAX_PAGES)
          throw new Failed("the list has too many pages", true, 0);
        Map<?, ?> page;
        try {
          page = get(uri);
        } catch (Failed failure) {
          String smaller = Pattern.compile("(?<=[?&]limit=)\\d{1,9}").matcher(uri)
              .replaceAll(old -> String.valueOf(Math.min(Integer.parseInt(old.group()), SMALL_LIMIT)));
          if (failure.status != 413 || smaller.equals(uri)) throw failure;
          uri = smaller;
          continue;
        }
        // Only ids are read here. Fields may be absent, empty or unknown: use what you need, ignore the rest.
        if (!(page.get("data") instanceof List<?> entries)) throw new Failed("a page is not a list of records");
        for (Object entry : entries) {
          if (!(entry instanceof Map<?, ?> wrapped && wrapped.get("data") instanceof Map<?, ?> record
              && record.get("id") instanceof String id)) throw new Failed("a page is not a list of records");
          ids.add(id);
        }
        uri = nextLink(page, collection);
        if (uri != null) save(state, uri + "\n" + String.join("\n", ids) + "\n");
      }
      Files.deleteIfExists(state);
    } catch (Failed failure) {
      if (failure.startOver) Files.deleteIfExists(state);
      throw failure;
    }
  }

  /** The `next` link, unchanged, found by its rel; null at the end. It must stay on this server and in this list. */
  String nextLink(Map<?, ?> page, String collection) throws Failed {
    if (!(page.get("links") instanceof List<?> links))
      throw new Failed("a page has no links, so it does not say whether there are more", false, 0);
    for (Object one : links) {
      if (!(one instanceof Map<?, ?> link && "next".equals(link.get("rel")))) continue;
      String uri = String.valueOf(link.get("uri"));
      if (uri.startsWith(origin + "/")) uri = uri.substring(origin.length());
      // This pattern rejects //evil, /\evil, tabs, user:password@ or another collection.
      if (uri.matches("/v[0-9.]+/" + Pattern.quote(collection) + "(\\?[!-~]*)?")) return uri;
      throw new Failed("the next link leads to another list or server", true, 0);
    }
    return null;
  }

  /** Sends a single POST, never retried: there is no idempotency key, and a retry could create a duplicate. */
  String createAssignment(Map<?, ?> given, Path journal) throws Failed, IOException, InterruptedException {
    String wanted = Json.print(List.of(given.get("section_id"), given.get("body")));
    if (Files.exists(journal) && Files.readString(journal).equals(wanted))
      throw new Failed("outcome unknown since an earlier run: check for the assignment, then delete " + journal);
    save(journal, wanted); // before the POST, so that a killed run leaves a trace
    Answer answer;
    try {
      answer = send("POST", "/v3.1/sections/" + quote(given.get("section_id")) + "/assignments", given.get("body"));
    } catch (Lost | Failed noAnswer) {
      throw new Failed("outcome unknown, check before creating it again: " + noAnswer.getMessage());
    }
    int status = answer.status();
    if ((status == 200 || status == 201) && Json.parse(answer.text()) instanceof Map<?, ?> body
        && body.get("data") instanceof Map<?, ?> made && made.get("id") instanceof String id) {
      Files.delete(journal);
      return id;
    }
    if (status >= 400 && status < 500 || status == 501) {
      Files.delete(journal); // refused: nothing was created
      throw new Failed(answer.problem());
    }
    throw new Failed("outcome unknown, check before creating it again: " + answer.problem());
  }

  /** Sends a grade. Reads the submission before a retry: the grade may be stored, or a newer one may exist. */
  void updateSubmission(Map<?, ?> given) throws Failed, InterruptedException {
    String uri = "/v3.1/sections/%s/assignments/%s/submissions/%s".formatted(
        quote(given.get("section_id")), quote(given.get("assignment_id")), quote(given.get("user_id")));
    var body = (Map<?, ?>) given.get("body");
    Object before = get(uri).get("data");
    for (int retry = 0; ; retry++) {
      String problem;
      try {
        Answer answer = send("PATCH", uri, body);
        if (answer.status() >= 200 && answer.status() < 300) return;
        problem = answer.problem();
        if (!RETRIED.contains(answer.status())) throw new Failed(problem);
      } catch (Lost lost) {
        problem = lost.getMessage();
      }
      if (retry == WAITS_S.length) throw new Failed("outcome unknown: " + problem);
      pause(problem, retry);
      Object now = get(uri).get("data");
      if (now instanceof Map<?, ?> stored
          && body.entrySet().stream().allMatch(ours -> Objects.equals(ours.getValue(), stored.get(ours.getKey()))))
        return; // it had arrived, only the answer was lost
      if (!Objects.equals(now, before))
        throw new Failed(problem + "; the submission was changed meanwhile, so it is not overwritten");
    }
  }

  static String quote(Object text) {
    return URLEncoder.encode(String.valueOf(text), UTF_8).replace("+", "%20");
  }

  /** Writes atomically, even if the process is killed. In your system: records and link in one database transaction. */
  static void save(Path file, String text) throws IOException {
    Path whole = Path.of(file + ".new");
    Files.writeString(whole, text);
    Files.move(whole, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  static String env(String name, String otherwise) {
    String value = System.getenv(name);
    if (value != null && !value.isEmpty()) return value;
    if (otherwise != null) return otherwise;
    throw new IllegalStateException(name + " is not set");
  }

  public static void main(String[] args) throws Exception {
    var ids = new LinkedHashSet<String>();
    int exit = 0;
    try {
      var clever = new Sync(env("CLEVER_BASE_URL", null), env("CLEVER_TOKEN", null));
      Path state = Path.of(env("CLEVER_STATE_DIR", "."));
      String job = env("CLEVER_JOB", null);
      Map<?, ?> given = Json.parse(env("CLEVER_JOB_INPUT", "{}")) instanceof Map<?, ?> map ? map : Map.of();
      if (job.startsWith("sync:")) {
        String query = job.substring("sync:".length()); // students, or users?role=student
        String version = env("CLEVER_DATA_VERSION", "v2.0");
        clever.sync(version, query, state.resolve(query.replaceAll("\\W", "-") + ".state"), ids);
      } else if (job.equals("create-assignment")) {
        ids.add(clever.createAssignment(given, state.resolve("create-assignment.pending")));
      } else if (job.equals("update-submission")) {
        clever.updateSubmission(given);
        ids.add(String.valueOf(given.get("user_id")));
      } else throw new Failed("unknown job " + job);
    } catch (Failed | IllegalStateException failure) {
      System.err.println("not complete: " + failure.getMessage());
      exit = 1;
    }
    var out = new StringBuilder();
    for (String id : ids) out.append(id).append('\n');
    System.out.print(out);
    System.out.flush();
    System.exit(exit);
  }
}

/** A minimal JSON parser: maps, lists, strings, doubles, booleans. Use your JSON library instead. */
class Json {
  private final String text;
  private int at;

  private Json(String text) {
    this.text = text;
  }

  /** The value, or null if the text is not JSON (or is `null`). */
  static Object parse(String text) {
    try {
      var json = new Json(text);
      Object value = json.value(0);
      return json.peek() == 0 ? value : null;
    } catch (IllegalArgumentException | IndexOutOfBoundsException broken) {
      return null;
    }
  }

  static String print(Object value) {
    if (value instanceof Map<?, ?> map) {
      var members = new StringJoiner(",", "{", "}");
      map.forEach((name, one) -> members.add(print(name) + ":" + print(one)));
      return members.toString();
    }
    if (value instanceof List<?> list) {
      var items = new StringJoiner(",", "[", "]");
      list.forEach(one -> items.add(print(one)));
      return items.toString();
    }
    if (value instanceof Double number && number == Math.rint(number) && Math.abs(number) < 1e15)
      return String.valueOf(number.longValue());
    if (!(value instanceof String string)) return String.valueOf(value);
    var quoted = new StringBuilder("\"");
    for (char one : string.toCharArray())
      quoted.append(one == '"' || one == '\\' ? "\\" + one : one < ' ' ? "\\u%04x".formatted((int) one) : "" + one);
    return quoted.append('"').toString();
  }

  /** The next non-blank character; 0 at the end. */
  private char peek() {
    while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) at++;
    return at < text.length() ? text.charAt(at) : 0;
  }

  private boolean take(char wanted) {
    if (peek() != wanted) return false;
    at++;
    return true;
  }

  private void need(char wanted) {
    if (!take(wanted)) throw new IllegalArgumentException();
  }

  private Object value(int depth) {
    if (depth > 500) throw new IllegalArgumentException();
    if (take('{')) {
      var map = new LinkedHashMap<String, Object>();
      if (take('}')) return map;
      do {
        if (peek() != '"') throw new IllegalArgumentException();
        String name = string();
        need(':');
        map.put(name, value(depth + 1));
      } while (take(','));
      need('}');
      return map;
    }
    if (take('[')) {
      var list = new ArrayList<Object>();
      if (take(']')) return list;
      do list.add(value(depth + 1));
      while (take(','));
      need(']');
      return list;
    }
    if (peek() == '"') return string();
    int start = at;
    while (at < text.length() && ",]} \t\r\n".indexOf(text.charAt(at)) < 0) at++;
    String word = text.substring(start, at);
    return switch (word) {
      case "true" -> true;
      case "false" -> false;
      case "null" -> null;
      default -> {
        if (!word.matches("-?(0|[1-9]\\d*)(\\.\\d+)?([eE][+-]?\\d+)?")) throw new IllegalArgumentException();
        yield Double.valueOf(word);
      }
    };
  }

  private String string() {
    var result = new StringBuilder();
    at++; // the opening quotation mark
    for (char one; (one = text.charAt(at++)) != '"'; ) {
      if (one < ' ') throw new IllegalArgumentException();
      if (one == '\\') {
        char escape = text.charAt(at++);
        int known = "\"\\/bfnrt".indexOf(escape);
        if (escape == 'u') one = (char) Integer.parseInt(text.substring(at, at += 4), 16);
        else if (known >= 0) one = "\"\\/\b\f\n\r\t".charAt(known);
        else throw new IllegalArgumentException();
      }
      result.append(one);
    }
    return result.toString();
  }
}
