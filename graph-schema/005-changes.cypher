// What changed between two revisions: the records that began, and those that ended (design §4).
CREATE INDEX record_since IF NOT EXISTS FOR (record:Record) ON (record.since);
CREATE INDEX record_until IF NOT EXISTS FOR (record:Record) ON (record.until);
