# HuskyLens Missions: every target is one line; the work is in tools/.
#
#   make run                      set everything up and start on http://127.0.0.1:8000
#   make run HOST=0.0.0.0         the same, for every device on the classroom network
#   make test                     everything that proves that it works

HOST ?= 127.0.0.1
PORT ?= 8000
COUNT ?= 100000
SEED ?= 1
MINUTES ?= 5

# Finds a Python 3.11 or newer, or says in one sentence what to install.
BOOTSTRAP = @exec sh tools/with_python.sh tools/bootstrap.py

.DEFAULT_GOAL := help
.PHONY: help run setup passwords test unit coverage lint format messages docs fuzz chaos snapshots screenshots bench bench-quorum bench-board bench-queue clean

help: ## show this list
	@awk 'BEGIN {FS = ":.*## "; print "make TARGET, where TARGET is one of"} \
	     /^[a-z-]+:.*## / {printf "  %-12s %s\n", $$1, $$2}' Makefile

run: ## set up what is missing and start the whole system [HOST=127.0.0.1] [PORT=8000]
	$(BOOTSTRAP) run --host "$(HOST)" --port "$(PORT)"

setup: ## set up what is missing, start nothing
	$(BOOTSTRAP) setup

passwords: ## give the demo accounts new passwords and print them
	$(BOOTSTRAP) passwords

test: ## check style, types and imports, and run every test
	$(BOOTSTRAP) test

unit: ## run the quick tests: SQLite, everything in memory, no browser
	$(BOOTSTRAP) unit

coverage: ## run the quick tests of queue and boards, tell which branches none of them takes
	$(BOOTSTRAP) coverage

lint: ## check style, types and import directions
	$(BOOTSTRAP) lint

format: ## put the code into the project's style
	$(BOOTSTRAP) format

messages: ## find new texts in the code, say what has no French yet, compile the catalogues
	$(BOOTSTRAP) messages

docs: ## write the pages of docs/library and docs/messages again from what they are made of
	$(BOOTSTRAP) docs

fuzz: ## compile damaged programs by the thousand, on all cores [COUNT=100000] [SEED=1]
	$(BOOTSTRAP) fuzz --count "$(COUNT)" --seed "$(SEED)"

chaos: ## a class at work while processes, servers, boards, disk and clocks break [SEED=1] [MINUTES=5]
	$(BOOTSTRAP) chaos --seed "$(SEED)" --minutes "$(MINUTES)"

snapshots: ## write the compiler's messages into their snapshots again, to be reviewed as text
	$(BOOTSTRAP) snapshots

screenshots: ## take the pictures in docs/pictures again from the running system
	$(BOOTSTRAP) screenshots

bench: ## measure the way from the click on submit to the result on the page
	$(BOOTSTRAP) bench

bench-quorum: ## measure the compiler: its speed, that of translated programs, their size and memory
	$(BOOTSTRAP) bench-quorum

bench-board: ## measure the link against mpremote and the wire, the files on the board, every failure
	$(BOOTSTRAP) bench-board

bench-queue: ## measure the queue on both databases: claims, receipts, our overhead, recovery, fairness
	$(BOOTSTRAP) bench-queue

clean: ## delete everything that was made here, except data/ (accounts and results)
	$(BOOTSTRAP) clean
