#!/usr/bin/env perl
# A small Clever client: Perl 5.14 or later, core modules only (for https also IO::Socket::SSL, which your system
# packages). Copy it, and put your database where ids are printed.
#
# Jobs: `sync:students` (or another list, such as `sync:users?role=student` of v3.1) prints the ids of a whole list,
# `create-assignment` makes one assignment, `update-submission` passes one grade back. Exit 0 means that the job is
# complete; any other code means that it is not.
use strict;
use warnings;
use HTTP::Tiny;
use JSON::PP;
use List::Util qw(all max);
use Time::HiRes qw(sleep time);
use Time::Local qw(timegm);

my @waits_s        = (1, 2, 4, 8, 16);       # before each retry of one request; after five retries we give up
my %retried        = map { $_ => 1 } 429, 500, 502, 503;    # and no others: 501 will not pass
my $limit          = 1000;                   # entries per page; the API allows 10,000
my $small_limit    = 100;                    # after a 413: too much was asked for
my $max_pages      = 1000;                   # a million records: a longer chain of links is taken for a fault
my $max_bytes      = 32 * 1024 * 1024;       # of one answer
my $answer_s       = 30;                     # for one answer
my $max_wait_s = 300;                    # a rate-limit window lasts a minute: a later Reset is ignored
my $state_lasts_d  = 1;                      # half a list from today and half from last week make no list

my $json = JSON::PP->new->utf8->canonical;
binmode STDERR, ':utf8';
for (qw(CLEVER_BASE_URL CLEVER_TOKEN CLEVER_JOB)) { die "$_ is not set\n" unless length($ENV{$_} // '') }
my $origin    = $ENV{CLEVER_BASE_URL} =~ s{/+\z}{}r;
my $state_dir = $ENV{CLEVER_STATE_DIR} // '.';
my $ready_at  = 0;                           # nothing is sent before: the rate limit is used up
my $http      = Wire->new(
    max_redirect    => 0,                    # a redirect could send the token to another host
    keep_alive      => 0,
    verify_SSL      => 1,
    timeout         => $answer_s,
    max_size        => $max_bytes,
    default_headers => { Authorization => "Bearer $ENV{CLEVER_TOKEN}", Accept => 'application/json' },
);

# HTTP::Tiny hides the status if a body is incomplete; this recovers it.
{
    package Wire;
    use parent -norequire, 'HTTP::Tiny';
    sub _prepare_data_cb {
        my ($self, $response, $options) = @_;
        @$options{qw(status sent_headers)} = @$response{qw(status headers)};
        return $self->SUPER::_prepare_data_cb($response, $options);
    }
}

# Failures are hashes: {message}, and {start_over} if a later run must not continue where this one stopped.
sub fail { my ($message, %more) = @_; die { message => $message, %more } }

# Sends once; returns status, headers, text. The status is 0 without a complete response; the text is then the reason.
sub send_once {
    my ($method, $uri, $body) = @_;
    sleep($ready_at - time) if $ready_at > time;
    my $text    = '';
    my %options = (                          # called for a success; `max_size` is the bound of an error
        data_callback => sub { $text .= $_[0]; die "the answer is too long\n" if length $text > $max_bytes },
    );
    if (defined $body) {
        $options{content} = $json->encode($body);
        $options{headers} = { 'Content-Type' => 'application/json' };
    }
    # HTTP::Tiny retries a GET immediately when the connection closes; the documents require a wait. It recognizes
    # this case by the start of the message.
    local $SIG{__DIE__} = sub { die "the connection broke: $_[0]" if "$_[0]" =~ /^(?:Socket closed|Unexpected end)/ };
    local $SIG{ALRM} = sub { die "the answer comes too slowly\n" };
    alarm $answer_s;
    my $response = $http->request($method, "$origin$uri", \%options);
    alarm 0;

    my ($status, $headers) = @options{qw(status sent_headers)};
    if ($response->{status} == 599) {        # not from the API: HTTP::Tiny's own word for what went wrong
        my $problem = $response->{content} =~ s/\s+\z//r;
        # The status of an error suffices, even if its body is incomplete.
        if (!$status || $status < 300) {
            fail($problem) if $status && $method eq 'GET' && $problem =~ /too (?:long|slowly)$/;
            return (0, {}, $problem);
        }
    }
    else {
        ($status, $headers) = @$response{qw(status headers)};
        $text = $response->{content} if $status >= 300;
    }
    if ($status == 429 || ($headers->{'x-ratelimit-remaining'} // '') eq '0') {
        $ready_at = time + (until_reset($headers) || $waits_s[0]);
    }
    return ($status, $headers, $text);
}

# Seconds until the rate-limit window ends; undef if Reset is missing or implausible (past, milliseconds, years ahead).
sub until_reset {
    my ($headers) = @_;
    my $reset = $headers->{'x-ratelimit-reset'} // '';    # a header that came twice is an array here
    return undef unless $reset =~ /\A[0-9]{1,10}\z/;
    my @waits = ($reset - time);
    # Also by the server's clock, in case the local one is wrong.
    my $number = 0;
    my %month  = map { $_ => $number++ } qw(Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec);
    if (($headers->{date} // '') =~ /(\d\d) (\w{3}) (\d{4}) (\d\d):(\d\d):(\d\d) GMT\z/ && exists $month{$2}) {
        my $sent = eval { timegm($6, $5, $4, $1, $month{$2}, $3) };
        push @waits, $reset - $sent if $sent;
    }
    return max grep { $_ > 0 && $_ <= $max_wait_s } @waits;
}

# Sends a GET with the documented retries; returns the JSON of a 200.
sub get {
    my ($uri) = @_;
    for my $wait (@waits_s, undef) {
        my ($status, undef, $text) = send_once(GET => $uri);
        return parse($text) // fail('a success with a body that is not JSON') if $status == 200;
        my $problem = explain($status, $text);
        # 401 and 403 may succeed with another token; other errors are permanent.
        fail($problem, status => $status, start_over => $status != 401 && $status != 403)
            if $status && !$retried{$status};
        fail("$problem; gave up after five retries") unless $wait;
        warn "$problem; waiting\n";
        sleep $wait;
    }
}

# Follows the `next` links of a list; returns the unique ids, and the failure, if any. Each page is saved.
sub sync {
    my ($query)      = @_;                        # students, or users?role=student
    my ($collection) = $query =~ /\A([^?]*)/;
    my $version      = $ENV{CLEVER_DATA_VERSION} || 'v2.0';
    my $state        = "$state_dir/" . ($query =~ s/\W/-/gr) . '.state';
    my $uri          = "/$version/$query" . ($query =~ /[?]/ ? '&' : '?') . "limit=$limit";
    my (@ids, %held, %asked);
    ($uri, @ids) = split /\n/, slurp($state) if -e $state && -M $state < $state_lasts_d;
    @held{@ids} = ();
    my $done = eval {
        while (defined $uri) {
            fail('the links of the list have no end', start_over => 1) if $asked{$uri}++ || keys %asked > $max_pages;
            my $page = eval { get($uri) };
            if (my $failure = $@) {
                my $smaller = $uri =~ s/(?<=[?&]limit=)(\d+)/$1 > $small_limit ? $small_limit : $1/er;
                die $failure unless ref $failure && ($failure->{status} // 0) == 413 && $smaller ne $uri;
                $uri = $smaller;
                next;
            }
            # Only ids are read here. Fields may be absent, empty or unknown: use what you need, ignore the rest.
            my $entries = ref $page eq 'HASH' && ref $page->{data} eq 'ARRAY' && $page->{data};
            my @found   = eval { map { $_->{data}{id} } @$entries };
            fail('a page is not a list of records') if !$entries || $@ || !all { defined && length && !ref } @found;
            push @ids, grep { !exists $held{$_} && !($held{$_} = undef) } @found;
            $uri = next_link($page, $collection);
            spew($state, join "\n", $uri, @ids, '') if defined $uri;
        }
        1;
    };
    my $failure = $done ? undef : ref $@ eq 'HASH' ? $@ : { message => "$@" };
    unlink $state if $done || $failure->{start_over};
    return ($failure, @ids);
}

# The `next` link, unchanged, found by its rel. It must stay on this server and in this list.
sub next_link {
    my ($page, $collection) = @_;
    fail('a page has no links, so it does not say whether there are more') if ref $page->{links} ne 'ARRAY';
    my ($link) = grep { ref eq 'HASH' && ($_->{rel} // '') eq 'next' } @{ $page->{links} };
    return undef unless $link;
    my $uri = ($link->{uri} // '') =~ s{\A\Q$origin\E(?=/)}{}r;
    # This pattern rejects //evil, /\evil, tabs, user:password@ or another collection.
    return $uri if $uri =~ m{\A/v[0-9.]+/\Q$collection\E(?:\?[!-~]*)?\z};
    fail('the next link leads away from the list', start_over => 1);
}

# Sends a single POST, never retried: there is no idempotency key, and a retry could create a duplicate.
sub create_assignment {
    my ($given) = @_;
    my $journal = "$state_dir/create-assignment.pending";
    my $wanted  = $json->encode([@$given{qw(section_id body)}]);
    fail("outcome unknown since an earlier run: look for the assignment, then delete $journal")
        if -e $journal && slurp($journal) eq $wanted;
    spew($journal, $wanted);    # before the POST, so that a killed run leaves a trace
    my $uri = '/v3.1/sections/' . quote($given->{section_id}) . '/assignments';
    my ($status, undef, $text) = send_once(POST => $uri, $given->{body});
    my $answer = parse($text);
    my $made   = ref $answer eq 'HASH' && ref $answer->{data} eq 'HASH' && $answer->{data}{id};
    if (($status == 200 || $status == 201) && $made) {
        unlink $journal;
        return $made;
    }
    if ($status >= 400 && $status < 500 || $status == 501) {
        unlink $journal;        # refused: nothing was created
        fail(explain($status, $text));
    }
    fail('outcome unknown, look before you create it again: ' . explain($status, $text));
}

# Sends a grade. Reads the submission before a retry: the grade may be stored, or a newer one may exist.
sub update_submission {
    my ($given) = @_;
    my $uri  = sprintf '/v3.1/sections/%s/assignments/%s/submissions/%s',
        map { quote($_) } @$given{qw(section_id assignment_id user_id)};
    my $look = sub {
        my $answer = get($uri);
        return $answer->{data} if ref $answer eq 'HASH' && ref $answer->{data} eq 'HASH';
        fail('the answer holds no submission');
    };
    my $before = $look->();
    my $body   = $given->{body};
    for my $wait (@waits_s, undef) {
        my ($status, undef, $text) = send_once(PATCH => $uri, $body);
        return if $status >= 200 && $status < 300;
        my $problem = explain($status, $text);
        fail($problem) if $status && !$retried{$status};
        fail("outcome unknown: $problem") unless $wait;
        warn "$problem; waiting\n";
        sleep $wait;
        my $now = $look->();
        # It was stored, only the response was lost.
        return if all { $json->encode([$now->{$_}]) eq $json->encode([$body->{$_}]) } keys %$body;
        fail("$problem; the submission was changed meanwhile, so it is not overwritten")
            if $json->encode($now) ne $json->encode($before);
    }
}

# The API's message: `message` (LMS Connect), `error` (Data API), or the plain text. The body may be empty.
sub explain {
    my ($status, $text) = @_;
    return $text unless $status;
    my $body = parse($text);
    my ($message) = ref $body eq 'HASH' ? grep { defined && !ref } @$body{qw(message error)} : ();
    $message //= $text;
    utf8::decode($message);
    return "status $status " . substr($message, 0, 500) =~ s/[[:cntrl:]]+/ /gr;
}

sub parse { my ($text) = @_; my $value = eval { local $SIG{__DIE__}; $json->decode($text) }; return $value }
sub quote { my ($text) = @_; utf8::encode($text); return $text =~ s/([^A-Za-z0-9._~-])/sprintf '%%%02X', ord $1/ger }
sub slurp { my ($path) = @_; open my $file, '<', $path or die "$path: $!\n"; local $/; return scalar <$file> }

# Writes atomically, even if the process is killed. In your system: records and link in one database transaction.
sub spew {
    my ($path, $text) = @_;
    open my $file, '>', "$path.new" or die "$path.new: $!\n";
    print {$file} $text;
    close $file and rename "$path.new", $path or die "$path: $!\n";
}

my $given = eval { $json->decode($ENV{CLEVER_JOB_INPUT} || '{}') } // {};
my $failure;
if ($ENV{CLEVER_JOB} =~ /\Async:(.+)\z/) {
    ($failure, my @ids) = sync($1);
    print "$_\n" for @ids;
}
elsif ($ENV{CLEVER_JOB} eq 'create-assignment') {
    eval { print create_assignment($given), "\n" };
    $failure = $@;
}
elsif ($ENV{CLEVER_JOB} eq 'update-submission') {
    eval { update_submission($given); print "$given->{user_id}\n" };
    $failure = $@;
}
else { $failure = "unknown job $ENV{CLEVER_JOB}" }

if ($failure) {
    warn 'not complete: ', (ref $failure ? $failure->{message} : $failure), "\n";
    exit 1;
}
