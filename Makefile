# The way to do each thing. `make run` is enough to begin with.

SHELL := bash
.SHELLFLAGS := -eu -o pipefail -c
.DEFAULT_GOAL := help
.PHONY: help run stop test check fmt bench

UI := dashboard-gateway/ui
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
	@if [ -x infra/journeys/run ]; then infra/journeys/run; fi

check: $(UI)/node_modules/.package-lock.json ## Format, lint and types
	$(MVN) -q spotless:check
	cd $(UI) && npm run lint

fmt: $(UI)/node_modules/.package-lock.json ## Formats all code
	$(MVN) -q spotless:apply
	cd $(UI) && npm run format

$(UI)/node_modules/.package-lock.json: $(UI)/package-lock.json
	cd $(UI) && npm ci --no-audit --no-fund
	@touch $@

bench: ## Measures a message's way, on fresh stacks of its own
	@infra/bench/run
