// The journal: what each revision did, in pages, so that no node grows without bound.
CREATE CONSTRAINT journal_page IF NOT EXISTS FOR (page:JournalPage) REQUIRE (page.revision, page.number) IS UNIQUE;

// Ids that stand for nothing any more, and from which revision on; an id is withdrawn once at a revision.
CREATE CONSTRAINT withdrawal_state IF NOT EXISTS FOR (withdrawal:Withdrawal) REQUIRE (withdrawal.id, withdrawal.since) IS UNIQUE;
CREATE INDEX withdrawal_since IF NOT EXISTS FOR (withdrawal:Withdrawal) ON (withdrawal.since);
