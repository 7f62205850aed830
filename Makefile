.PHONY: help setup check test package demo generate bench fuzz mutants simulate faults soak doc

help:
	@echo 'make demo      an echo test in your browser: sets up, builds, starts Janus and a server'
	@echo 'make demo EXAMPLE=videoroom   a small conference instead'
	@echo 'make demo JANUS=mock   without a Janus, and without media'
	@echo 'make demo CHECK=1   the same, watched in headless Chromium'
	@echo 'make check     format, lints, unit and engine tests (fast)'
	@echo 'make test      every test, with a real Janus, all runtimes and bundlers'
	@echo 'make package   the npm package, pkg/bifrons-VERSION.tgz'
	@echo 'make generate  what is generated from the plugins'\'' definitions and the lists of both languages'
	@echo 'make bench     all clients beside each other, a quarter of an hour; writes BENCHMARKS.md'
	@echo 'make simulate SEEDS=N   engines, the mock server and a faulty network in virtual time'
	@echo 'make faults    faults of the line and of Janus with calls going on, a quarter of an hour'
	@echo 'make soak      short calls under random cuts, ten minutes or SOAK_SECONDS=N'
	@echo 'make fuzz      the fuzz targets, a minute each'
	@echo 'make mutants   breaks engine and plugins in one place at a time: do the tests notice?'
	@echo 'make doc       the documentation of the crate'
	@echo 'make setup     installs all that the above need (Debian, Ubuntu)'

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

demo:
	@EXAMPLE=$(EXAMPLE) CHECK=$(CHECK) JANUS=$(JANUS) scripts/demo

generate:
	@cargo run --quiet --package bifrons-codegen

bench:
	@scripts/setup bench
	@scripts/bench

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

doc:
	@cargo doc --no-deps --open
