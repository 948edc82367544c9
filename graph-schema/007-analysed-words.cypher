// Words are analysed by Lucene before they are written (docs/decisions, 6): what was written before goes, and every start
// writes what is missing.
DROP INDEX record_words IF EXISTS;
MATCH (record:Record) WHERE record.keys IS NOT NULL
CALL (record) { REMOVE record.names, record.words, record.keys } IN TRANSACTIONS OF 10000 ROWS;
CREATE FULLTEXT INDEX record_search IF NOT EXISTS FOR (record:Record)
ON EACH [record.names, record.words, record.kinds, record.called, record.about, record.keys]
OPTIONS {indexConfig: {`fulltext.analyzer`: 'whitespace', `fulltext.eventually_consistent`: false}};
CALL db.awaitIndex('record_search');
