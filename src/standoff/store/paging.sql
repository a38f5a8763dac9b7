-- Indexes on documents and readings that pages are read through: apart, since the tables are older than they ----------

CREATE INDEX documents_path ON documents (path, id);
CREATE INDEX documents_published ON documents (published_since, path, id);
CREATE INDEX documents_outlet ON documents (outlet, path, id);
CREATE INDEX attributions_act ON attributions (act, document, position);
CREATE INDEX mentions_place ON mentions (document, start);
CREATE INDEX contents_place ON contents (document, start);
CREATE INDEX events_at ON events (document, start);
CREATE INDEX figures_at ON figures (document, start);
CREATE INDEX judgements_subject ON judgements (subject);
CREATE INDEX judgements_other ON judgements (other);
