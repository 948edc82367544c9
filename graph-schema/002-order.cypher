// The keys that lists are ordered by: an index that streams them spares sorting everything (design §5).
CREATE INDEX company_name IF NOT EXISTS FOR (record:Company) ON (record.name, record.id);
CREATE INDEX model_name IF NOT EXISTS FOR (record:Model) ON (record.name, record.id);
CREATE INDEX agency_name IF NOT EXISTS FOR (record:Agency) ON (record.name, record.id);
CREATE INDEX person_name IF NOT EXISTS FOR (record:Person) ON (record.name, record.id);
CREATE INDEX category_name IF NOT EXISTS FOR (record:Category) ON (record.name, record.id);
CREATE INDEX instrument_name IF NOT EXISTS FOR (record:Instrument) ON (record.name, record.id);
CREATE INDEX letter_name IF NOT EXISTS FOR (record:Letter) ON (record.name, record.id);
CREATE INDEX designation_name IF NOT EXISTS FOR (record:Designation) ON (record.name, record.id);
CREATE INDEX order_name IF NOT EXISTS FOR (record:Order) ON (record.name, record.id);
CREATE INDEX rule_name IF NOT EXISTS FOR (record:Rule) ON (record.name, record.id);
CREATE INDEX ruling_name IF NOT EXISTS FOR (record:Ruling) ON (record.name, record.id);
CREATE INDEX undertaking_name IF NOT EXISTS FOR (record:Undertaking) ON (record.name, record.id);
CREATE INDEX condition_name IF NOT EXISTS FOR (record:Condition) ON (record.name, record.id);
CREATE INDEX effect_name IF NOT EXISTS FOR (record:Effect) ON (record.name, record.id);
CREATE INDEX concern_name IF NOT EXISTS FOR (record:Concern) ON (record.name, record.id);
CREATE INDEX event_name IF NOT EXISTS FOR (record:Event) ON (record.name, record.id);
CREATE INDEX source_name IF NOT EXISTS FOR (record:Source) ON (record.name, record.id);
CREATE INDEX dossier_name IF NOT EXISTS FOR (record:Dossier) ON (record.name, record.id);

// The days that lists are narrowed to.
CREATE INDEX instrument_issued IF NOT EXISTS FOR (record:Instrument) ON (record.issued_from, record.id);
CREATE INDEX event_date IF NOT EXISTS FOR (record:Event) ON (record.date_from, record.id);
CREATE INDEX source_published IF NOT EXISTS FOR (record:Source) ON (record.published_from, record.id);
CREATE INDEX condition_deadline IF NOT EXISTS FOR (record:Condition) ON (record.deadline_from, record.id);
