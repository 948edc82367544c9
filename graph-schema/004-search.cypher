// Everything that is searched of a record is one document, so that a name and a passage can answer a query together. Its
// words are folded before they are written (docs/decisions), so that the analyzer has nothing left to do but part them.
DROP INDEX record_text IF EXISTS;
DROP INDEX evidence_text IF EXISTS;
CREATE FULLTEXT INDEX record_words IF NOT EXISTS FOR (record:Record)
ON EACH [record.names, record.words, record.keys]
OPTIONS {indexConfig: {`fulltext.analyzer`: 'whitespace', `fulltext.eventually_consistent`: false}};
CALL db.awaitIndex('record_words');
