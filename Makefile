# The way to do each thing. `make run` is enough to begin with.

SHELL := bash
.SHELLFLAGS := -eu -o pipefail -c
.DEFAULT_GOAL := help
.PHONY: help run stop test check fmt audit chaos bench evaluate report

UI := dashboard-gateway/ui
# Where no locale is set (a container, a service), Java and PostgreSQL would know no letters but A to Z.
export LC_ALL := C.UTF-8
# Maven runs on the JDK 25 that infra/local/jdk finds.
MVN = JAVA_HOME="$$(infra/local/jdk)" mvn -B -ntp

help: ## What there is
	@grep -hE '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):.*## /  make \1\t/' | expand -t 18

run: ## Builds and starts everything; DETACHED=1 returns once it is healthy
	@DETACHED="$(DETACHED)" infra/local/run

stop: ## Stops what "make run" started
	@infra/local/stop

test: check ## The whole test suite
	$(MVN) verify
	cd $(UI) && npm test
	@infra/journeys/run
	@infra/journeys/faults --shifts

check: $(UI)/node_modules/.package-lock.json ## Format, lint and types
	$(MVN) -q spotless:check
	cd $(UI) && npm run lint

fmt: $(UI)/node_modules/.package-lock.json ## Formats all code
	$(MVN) -q spotless:apply
	cd $(UI) && npm run format

$(UI)/node_modules/.package-lock.json: $(UI)/package-lock.json
	cd $(UI) && npm ci --no-audit --no-fund
	@touch $@

audit: ## What it stands on, and what is known against it
	@infra/audit/run

chaos: ## Breaks the stack in every way, at length and under load, and throws 100,000 mutated webhooks
	ACCUEIL_FUZZ_COUNT=100000 $(MVN) -pl webhook-ingest -am -Dsurefire.failIfNoSpecifiedTests=false -Dtest='*Fuzz*' test
	@infra/journeys/faults --full --messages 2000 --customers 50

bench: ## Measures a message's way, on fresh stacks of its own
	@infra/bench/run

# Relative folders are relative to where make was called: with -C (make then prints directories: "w") that is the shell's.
called_in = $(if $(findstring w,$(firstword -$(MAKEFLAGS))),$(PWD),$(CURDIR))

evaluate: ## Measures the assistant: SET=<folder> OUT=<folder>, by default the development set
	@cd "$(called_in)" && "$(CURDIR)/infra/evaluate" "$(SET)" "$(OUT)"

report: ## Cross-validates the models of the local engine
	@language-model/report
