// What is searched in words: names, titles, norms and what the evidence says.
CREATE FULLTEXT INDEX record_text IF NOT EXISTS FOR (record:Record)
ON EACH [record.name, record.aliases, record.text, record.description, record.number];
CREATE FULLTEXT INDEX evidence_text IF NOT EXISTS FOR (evidence:Evidence) ON EACH [evidence.paraphrase, evidence.quote];
