// Anchors: one node for each permanent id.
CREATE CONSTRAINT entity_id IF NOT EXISTS FOR (entity:Entity) REQUIRE entity.id IS UNIQUE;

// Records: one node for each state that an entity has had; a state begins once.
CREATE CONSTRAINT record_state IF NOT EXISTS FOR (record:Record) REQUIRE (record.id, record.since) IS UNIQUE;

// The ledger: revisions, and the one head that a publication locks.
CREATE CONSTRAINT revision_number IF NOT EXISTS FOR (revision:Revision) REQUIRE revision.number IS UNIQUE;
CREATE CONSTRAINT ledger_id IF NOT EXISTS FOR (ledger:Ledger) REQUIRE ledger.id IS UNIQUE;
