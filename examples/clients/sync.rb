#!/usr/bin/env ruby
# frozen_string_literal: true

# A small Clever client: Ruby 2.7 or later, standard library only. Copy it, and put your database where ids are printed.
#
# Jobs: `sync:students` (or another list, such as `sync:users?role=student` of v3.1) prints the ids of a whole list,
# `create-assignment` makes one assignment, `update-submission` passes one grade back. Exit 0 means that the job is complete;
# any other code means that it is not.
require 'erb'
require 'fileutils'
require 'json'
require 'net/http'
require 'time'
require 'uri'

WAITS_S = [1, 2, 4, 8, 16].freeze # before each retry of a request; gives up after five
RETRIED = [429, 500, 502, 503].freeze # no others: a 501 is permanent, and a rejected request stays rejected
LIMIT = 1000 # entries per page; the API allows 10,000 and returns 413 for larger pages
SMALL_LIMIT = 100
MAX_PAGES = 1000 # a million records: a longer chain of links is treated as an error
MAX_BYTES = 32 * 1024 * 1024 # per response
ANSWER_S = 20 # per response
MAX_WAIT_S = 300 # a rate-limit window lasts a minute: a later Reset is ignored
STATE_LASTS_S = 24 * 3600 # older state is discarded, to avoid mixing old and new pages

# The job is not complete. A later run continues where this one stopped, unless `start_over` is set.
class Failed < StandardError
  attr_reader :start_over

  def initialize(message, start_over: false)
    super(message)
    @start_over = start_over
  end
end

# 413: the same request would fail again, one with a smaller limit may not.
class TooLarge < Failed; end

# No complete response: the server may or may not have processed the request.
class Lost < StandardError; end

Answer = Struct.new(:status, :text, :response)

class Clever
  def initialize(origin, token)
    @origin = origin.chomp('/')
    @token = token
    @ready_at = 0 # by the monotonic clock: no request is sent before, because the rate limit is exhausted
  end

  # Follows the `next` links of a list and returns the unique ids, and the failure if there was one. State is saved after every page.
  def sync(version, query, state_file)
    ids, uri = load_state(state_file) || [{}, "/#{version}/#{query}#{query.include?('?') ? '&' : '?'}limit=#{LIMIT}"]
    collection = query.split('?').first
    asked = {}
    while uri
      raise Failed.new('the list has too many pages', start_over: true) if asked.key?(uri) || asked.size == MAX_PAGES

      asked[uri] = true
      begin
        page = get(uri)
      rescue TooLarge
        smaller = uri.sub(/(?<=[?&]limit=)\d+/) { |old| [old.to_i, SMALL_LIMIT].min.to_s }
        raise if smaller == uri

        uri = smaller
        next
      end
      # Only ids are read here. Fields may be absent, empty or unknown: use what you need, ignore the rest.
      page.fetch('data').each { |entry| ids[entry.fetch('data').fetch('id').to_s] = true } # a hash keeps order, and each id once
      uri = next_link(page, collection)
      save_state(state_file, ids, uri) if uri
    end
    FileUtils.rm_f(state_file)
    [ids.keys, nil]
  rescue KeyError, NoMethodError, TypeError
    [ids.keys, Failed.new('a page is not a list of records')]
  rescue Failed => e
    FileUtils.rm_f(state_file) if e.start_over
    [ids.keys, e]
  end

  # Sends a single POST, never retried: there is no idempotency key, and a retry could create a duplicate.
  def create_assignment(section_id, body, journal)
    wanted = JSON.generate([section_id, body])
    if File.exist?(journal) && File.read(journal) == wanted
      raise Failed, "outcome unknown since an earlier run: check for the assignment, then delete #{journal}"
    end

    write(journal, wanted) # before the POST, so that a killed run leaves a trace
    begin
      answer = send_once('POST', "/v3.1/sections/#{quote(section_id)}/assignments", body)
    rescue Lost => e
      raise Failed, "outcome unknown, check before creating it again: #{e.message}"
    end
    if [200, 201].include?(answer.status)
      made = member(parse(answer.text, 'outcome unknown: a success that is not JSON'), 'data', 'id')
      raise Failed, "outcome unknown: status #{answer.status} without an assignment" unless made

      FileUtils.rm_f(journal)
      return made
    end
    unless (400..499).cover?(answer.status) || answer.status == 501
      raise Failed, "outcome unknown, check before creating it again: #{explain(answer)}"
    end

    FileUtils.rm_f(journal) # rejected: nothing was created
    raise Failed, explain(answer)
  end

  # Sends a grade. Reads the submission before a retry: the grade may be stored, or a newer one may exist.
  def update_submission(section_id, assignment_id, user_id, body)
    uri = "/v3.1/sections/#{quote(section_id)}/assignments/#{quote(assignment_id)}/submissions/#{quote(user_id)}"
    before = submission(get(uri))
    [*WAITS_S, nil].each do |wait|
      begin
        answer = send_once('PATCH', uri, body)
        return if (200..299).cover?(answer.status)

        problem = explain(answer)
        raise Failed, problem unless RETRIED.include?(answer.status)
      rescue Lost => e
        problem = e.message
      end
      raise Failed, "outcome unknown: #{problem}" unless wait

      pause(problem, wait)
      now = submission(get(uri))
      return if body.all? { |name, value| now[name] == value } # it was stored, only the response was lost
      raise Failed, "#{problem}; the submission was changed meanwhile, so it is not overwritten" if now != before
    end
  end

  private

  # Sends a GET with the documented retries; returns the JSON of a 200.
  def get(uri)
    [*WAITS_S, nil].each do |wait|
      begin
        answer = send_once('GET', uri)
        return parse(answer.text, 'a success with a body that is not JSON') if answer.status == 200

        problem = explain(answer)
        unless RETRIED.include?(answer.status)
          # 401 and 403 may succeed with another token; other errors are permanent.
          kind = answer.status == 413 ? TooLarge : Failed
          raise kind.new(problem, start_over: ![401, 403].include?(answer.status))
        end
      rescue Lost => e
        problem = e.message
      end
      raise Failed, "#{problem}; gave up after #{WAITS_S.size} retries" unless wait

      pause(problem, wait)
    end
  end

  # Net::HTTP follows no redirects, which could send the token to another host; it would repeat lost requests, if it were let.
  def send_once(method, uri, body = nil)
    sleep([0, @ready_at - now_s].max)
    target = URI(@origin)
    request = Net::HTTPGenericRequest.new(method, !body.nil?, true, uri, { 'Authorization' => "Bearer #{@token}", 'Accept' => 'application/json' })
    if body
      request['Content-Type'] = 'application/json'
      request.body = JSON.generate(body)
    end
    options = { use_ssl: target.scheme == 'https', open_timeout: ANSWER_S, read_timeout: ANSWER_S, max_retries: 0 }
    answer = catch(:answer) do
      Net::HTTP.start(target.host, target.port, nil, **options) do |http|
        # Thrown, since Net::HTTP would read what is left of a body that is cut short here.
        http.request(request) { |response| throw :answer, Answer.new(response.code.to_i, read(response), response) }
      end
    end
    exhausted = answer.response['X-RateLimit-Remaining'] == '0'
    @ready_at = now_s + (until_reset(answer.response) || WAITS_S.first) if answer.status == 429 || exhausted
    answer
  rescue SystemCallError, IOError, Timeout::Error, SocketError, OpenSSL::SSL::SSLError, Net::ProtocolError, Net::HTTPBadResponse, Zlib::Error => e
    raise Lost, "no complete response (#{e.class})"
  end

  # Reads the body with limits on size and time. Error bodies may be truncated.
  def read(response)
    text = +''
    deadline = now_s + ANSWER_S
    begin
      response.read_body do |piece|
        text << piece
        raise Failed, 'the response is too large or too slow' if text.bytesize > MAX_BYTES || now_s > deadline
      end
    rescue Failed, SystemCallError, IOError, Timeout::Error, Zlib::Error
      raise if response.code.to_i < 400
    end
    text.force_encoding('UTF-8').scrub('?')
  end

  # The `next` link, unchanged, found by its rel. It must stay on this server and in this list.
  def next_link(page, collection)
    raise Failed, 'a page has no links, so it does not say whether there are more' unless page['links'].is_a?(Array)

    link = page['links'].find { |one| one['rel'] == 'next' }
    return nil unless link

    uri = link.fetch('uri').delete_prefix(@origin)
    # This pattern rejects //evil, /\evil, tabs, user:password@ or another collection.
    return uri if uri.match?(%r{\A/v[0-9.]+/#{Regexp.escape(collection)}(\?[!-~]*)?\z})

    raise Failed.new('the next link leads to another list or server', start_over: true)
  end

  # Seconds until the window ends; nil if Reset is missing or implausible (past, milliseconds, garbage, years ahead).
  def until_reset(response)
    reset = response.get_fields('X-RateLimit-Reset') || []
    return nil unless reset.size == 1 && reset.first.strip.match?(/\A[0-9]{1,10}\z/)

    # By the server's clock as well, in case the local one is wrong.
    sent = begin
      Time.httpdate(response['Date'].to_s)
    rescue ArgumentError
      nil
    end
    waits = [Time.now, sent].compact.map { |from| reset.first.to_i - from.to_f }
    waits.select { |wait| wait.positive? && wait <= MAX_WAIT_S }.max
  end

  # The API's message: `message` (LMS Connect), `error` (Data API), or the plain text. The body may be empty.
  def explain(answer)
    text = begin
      body = JSON.parse(answer.text)
      body.is_a?(Hash) ? (body['message'] || body['error']).to_s : answer.text
    rescue JSON::ParserError
      answer.text
    end
    "status #{answer.status} #{text[0, 500].gsub(/[^[:print:]]/, ' ')}".strip
  end

  def parse(text, problem)
    JSON.parse(text)
  rescue JSON::ParserError
    raise Failed, problem
  end

  def submission(answer)
    data = member(answer, 'data')
    data.is_a?(Hash) ? data : raise(Failed, 'the response contains no submission')
  end

  def member(value, *names)
    names.reduce(value) { |one, name| one.is_a?(Hash) ? one[name] : nil }
  end

  def pause(problem, wait)
    warn "#{problem}; waiting"
    sleep wait
  end

  # The state of an earlier run: the ids so far and the next link.
  def load_state(path)
    return nil if !File.exist?(path) || Time.now - File.mtime(path) > STATE_LASTS_S

    uri, *ids = File.readlines(path, chomp: true)
    [ids.to_h { |id| [id, true] }, uri]
  end

  # Saves link and ids together. In your system: records and link in one database transaction.
  def save_state(path, ids, uri)
    write(path, [uri, *ids.keys].join("\n"))
  end

  # Writes atomically, even if the process is killed.
  def write(path, text)
    File.write("#{path}.new", text)
    File.rename("#{path}.new", path)
  end

  def quote(text)
    ERB::Util.url_encode(text)
  end

  def now_s
    Process.clock_gettime(Process::CLOCK_MONOTONIC)
  end
end

def main
  missing = %w[CLEVER_BASE_URL CLEVER_TOKEN CLEVER_JOB].select { |name| ENV[name].to_s.empty? }
  raise Failed, "not set: #{missing.join(', ')}" unless missing.empty?

  clever = Clever.new(ENV['CLEVER_BASE_URL'], ENV['CLEVER_TOKEN'])
  job = ENV['CLEVER_JOB']
  given = JSON.parse(ENV['CLEVER_JOB_INPUT'].to_s.empty? ? '{}' : ENV['CLEVER_JOB_INPUT'])
  state = ENV['CLEVER_STATE_DIR'] || '.'
  case job
  when /\Async:(.+)/
    wanted = Regexp.last_match(1) # students, or users?role=student
    ids, failure = clever.sync(ENV['CLEVER_DATA_VERSION'] || 'v2.0', wanted, File.join(state, "#{wanted.gsub(/\W/, '-')}.state"))
    puts ids
    raise failure if failure
  when 'create-assignment'
    puts clever.create_assignment(given['section_id'], given['body'], File.join(state, 'create-assignment.pending'))
  when 'update-submission'
    clever.update_submission(given['section_id'], given['assignment_id'], given['user_id'], given['body'])
    puts given['user_id']
  else
    raise Failed, "unknown job #{job}"
  end
rescue Failed => e
  warn "not complete: #{e.message}"
  exit 1
end

main if $PROGRAM_NAME == __FILE__
