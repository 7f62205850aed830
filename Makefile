.PHONY: help setup check test package demo docs generate bench fuzz mutants simulate faults soak doc api release-check

help:
	@echo 'make demo      an echo test in your browser: sets up, builds, starts Janus and a server'
	@echo 'make demo EXAMPLE=videoroom   a small conference instead'
	@echo 'make demo EXAMPLE=gateway     a conference through the gateway: a host, guests, and no server of its own in between'
	@echo 'make demo EXAMPLE=gateway-node   the same, with the gateway in a Node server and a policy of its own'
	@echo 'make demo EXAMPLE=axum        the echo test with its server in Rust'
	@echo 'make demo JANUS=mock   without a Janus, and without media'
	@echo 'make demo CHECK=1   the same, tested in headless Chromium'
	@echo 'make check     format, lints, unit and engine tests (fast)'
	@echo 'make test      every test, with a real Janus, all runtimes and bundlers'
	@echo 'make package   the npm packages, pkg/bifrons-VERSION.tgz and gateway/pkg/bifrons-gateway-VERSION.tgz'
	@echo 'make generate  what is generated from the plugins'\'' definitions and the lists of both languages'
	@echo 'make bench     measures all clients and the gateway, half an hour; writes BENCHMARKS.md'
	@echo 'make simulate SEEDS=N   engines, the mock server and a faulty network in virtual time'
	@echo 'make faults    injected faults with calls in progress, a quarter of an hour'
	@echo 'make soak      short calls with random outages, ten minutes or SOAK_SECONDS=N'
	@echo 'make fuzz      the fuzz targets, a minute each'
	@echo 'make mutants   the engine and the plugins with one change at a time: a test must fail'
	@echo 'make api       writes the public API to tests/public-api.txt, to be read before a release'
	@echo 'make release-check   compares the public API with that of the last tag'
	@echo 'make docs      the site of the documents, .cache/site; scripts/docs serve shows it while it is edited'
	@echo 'make doc       the documentation of the crate'
	@echo 'make setup     installs what these commands need (Debian, Ubuntu)'

setup:
	@scripts/setup all

check:
	@scripts/setup wasm
	@scripts/test fast

test:
	@scripts/test all

package:
	@scripts/setup wasm
	@scripts/package
	@scripts/gateway-package

demo:
	@EXAMPLE=$(EXAMPLE) CHECK=$(CHECK) JANUS=$(JANUS) scripts/demo

docs:
	@scripts/docs build

generate:
	@cargo run --quiet --package bifrons-codegen

bench:
	@scripts/setup bench
	@scripts/bench
	@scripts/bench gateway

fuzz:
	@scripts/fuzz

mutants:
	@scripts/mutants

simulate:
	@SEEDS=$(or $(SEEDS),100000) cargo test --release --features testing --test simulation -- --nocapture

faults:
	@scripts/endurance faults

soak:
	@scripts/endurance soak

api:
	@scripts/api write

release-check:
	@scripts/api check

doc:
	@cargo doc --no-deps --open
