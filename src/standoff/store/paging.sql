-- Indexes on documents and readings that pages are read through: apart, since the tables are older than they ----------

CREATE INDEX documents_path ON documents (path, id);
CREATE INDEX documents_published ON documents (published_since, path, id);
CREATE INDEX documents_outlet ON documents (outlet, path, id);
CREATE INDEX attributions_act ON attributions (act, document, position);
