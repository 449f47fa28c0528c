"""The sandbox as a test double: one process for all tests, as it was seeded before each."""

import json
import subprocess
import urllib.request

import pytest


@pytest.fixture(scope="session")
def _sandbox():
    command = ["node_modules/.bin/clever-conformance", "sandbox", "--port", "0", "--students", "250", "--json"]
    with subprocess.Popen(command, stdout=subprocess.PIPE) as process:
        try:
            yield json.loads(process.stdout.readline())
        finally:
            process.terminate()


@pytest.fixture
def sandbox(_sandbox):
    set_state(_sandbox, "everything is as seeded")
    return _sandbox


def set_state(sandbox, state, **params):
    """Puts the sandbox into one of the states that `GET /_states` lists."""
    body = json.dumps({"state": state, "params": params}).encode()
    request = urllib.request.Request(sandbox["states"], body, {"Content-Type": "application/json"})
    with urllib.request.urlopen(request) as response:
        return json.load(response)
