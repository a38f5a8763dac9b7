-- The words, read back: the tables to start with.

-- Each mention with its actor; one that is in no actor has the actor of the mention it stands for.
CREATE VIEW mention_actors AS
WITH RECURSIVE reached (mention, actor) AS (
    SELECT mention, actor FROM actor_mentions
    UNION
    SELECT mentions.id, reached.actor
    FROM reached JOIN mentions ON mentions.refers = reached.mention
    WHERE mentions.id NOT IN (SELECT mention FROM actor_mentions)
)
SELECT mention, actor FROM reached;

CREATE VIEW mention_words AS
SELECT
    mentions.id AS mention,
    documents.path,
    documents.outlet,
    substr(text, start + 1, "end" - start) AS words,
    mentions.type,
    mentions.form,
    substr(text, name_start + 1, name_end - name_start) AS name,
    substr(text, role_start + 1, role_end - role_start) AS role,
    actors.name AS actor,
    mentions.finder,
    mentions.score,
    mentions.detail,
    mentions.runner_up
FROM mentions
JOIN documents ON documents.id = mentions.document
LEFT JOIN mention_actors ON mention_actors.mention = mentions.id
LEFT JOIN actors ON actors.id = mention_actors.actor
ORDER BY documents.path, documents.id, start;

-- CROSS JOIN reads the pieces in the order of their key, so that group_concat below joins those of one content in
-- order; with an ORDER BY of its own the view would be read through an index that SQLite makes, in another.
CREATE VIEW content_words AS
SELECT
    contents.attribution,
    contents.start,
    substr(text, start + 1, "end" - start) AS words
FROM contents
CROSS JOIN documents ON documents.id = contents.document;

CREATE VIEW attribution_words AS
SELECT
    attributions.id AS attribution,
    documents.path,
    documents.outlet,
    actors.name AS speaker,
    substr(text, source_start + 1, source_end - source_start) AS source,
    substr(text, cue_start + 1, cue_end - cue_start) AS cue,
    (SELECT group_concat(words, ' ... ') FROM content_words WHERE attribution = attributions.id) AS content,
    mode,
    act,
    attributions.finder,
    attributions.score,
    attributions.detail,
    attributions.runner_up
FROM attributions
JOIN documents ON documents.id = attributions.document
LEFT JOIN mention_actors ON mention_actors.mention = attributions.speaker
LEFT JOIN actors ON actors.id = mention_actors.actor
ORDER BY documents.path, documents.id, (SELECT min(start) FROM contents WHERE attribution = attributions.id);

CREATE VIEW time_words AS
SELECT
    times.id AS time,
    documents.path,
    documents.outlet,
    substr(text, start + 1, "end" - start) AS words,
    times.type,
    times.value,
    times.when_since,
    times.when_until,
    times.basis,
    substr(text, reckoned_from_start + 1, reckoned_from_end - reckoned_from_start) AS reckoned_from,
    times.needs,
    times.finder,
    times.score,
    times.detail,
    times.runner_up
FROM times
JOIN documents ON documents.id = times.document
ORDER BY documents.path, documents.id, start;

-- Who takes part in each event, by name where one is known. CROSS JOIN: as in content_words, for group_concat below.
CREATE VIEW participant_words AS
SELECT
    event_participants.event,
    event_participants.position,
    event_participants.role,
    substr(documents.text, mentions.start + 1, mentions."end" - mentions.start) AS words,
    actors.name AS actor
FROM event_participants
CROSS JOIN mentions ON mentions.id = event_participants.mention
CROSS JOIN documents ON documents.id = mentions.document
LEFT JOIN mention_actors ON mention_actors.mention = mentions.id
LEFT JOIN actors ON actors.id = mention_actors.actor;

CREATE VIEW event_words AS
SELECT
    events.id AS event,
    documents.path,
    documents.outlet,
    events.type,
    events.factuality,
    events.when_since,
    events.when_until,
    events.when_basis,
    (
        SELECT group_concat(coalesce(actor, words), '; ') FROM participant_words
        WHERE event = events.id AND role = 'agent'
    ) AS agents,
    substr(documents.text, events.start + 1, events."end" - events.start) AS words,
    (
        SELECT group_concat(coalesce(actor, words), '; ') FROM participant_words
        WHERE event = events.id AND role = 'target'
    ) AS targets,
    (
        SELECT group_concat(coalesce(actor, words), '; ') FROM participant_words
        WHERE event = events.id AND role = 'participant'
    ) AS participants,
    substr(documents.text, places.start + 1, places."end" - places.start) AS place,
    speaker.name AS told_by,
    events.finder,
    events.score,
    events.detail,
    events.runner_up
FROM events
JOIN documents ON documents.id = events.document
LEFT JOIN mentions AS places ON places.id = events.place
LEFT JOIN attributions ON attributions.id = events.carried_by
LEFT JOIN mention_actors AS speaker_of ON speaker_of.mention = attributions.speaker
LEFT JOIN actors AS speaker ON speaker.id = speaker_of.actor
ORDER BY documents.path, documents.id, events.start;

CREATE VIEW figure_words AS
SELECT
    figures.id AS figure,
    documents.path,
    documents.outlet,
    substr(documents.text, figures.start + 1, figures."end" - figures.start) AS words,
    figures.low,
    figures.high,
    figures.unit,
    substr(documents.text, what_start + 1, what_end - what_start) AS what,
    figures.hedge,
    claimant.name AS claimant,
    figures.as_of_since,
    figures.as_of_until,
    figures.as_of_basis,
    figures.status,
    substr(documents.text, places.start + 1, places."end" - places.start) AS place,
    figures.finder,
    figures.score,
    figures.detail,
    figures.runner_up
FROM figures
JOIN documents ON documents.id = figures.document
LEFT JOIN mentions AS places ON places.id = figures.place
LEFT JOIN mention_actors AS claimant_of ON claimant_of.mention = figures.claimant
LEFT JOIN actors AS claimant ON claimant.id = claimant_of.actor
ORDER BY documents.path, documents.id, figures.start;

CREATE VIEW commitment_words AS
SELECT
    commitments.id AS commitment,
    documents.path,
    documents.outlet,
    commitments.force,
    debtor.name AS debtor,
    creditor.name AS creditor,
    substr(text, antecedent_start + 1, antecedent_end - antecedent_start) AS antecedent,
    substr(text, consequent_start + 1, consequent_end - consequent_start) AS consequent,
    commitments.strength,
    commitments.polarity,
    commitments.deadline_since,
    commitments.deadline_until,
    (SELECT count(*) FROM commitment_relays WHERE commitment = commitments.id) AS relays,
    substr(text, start + 1, "end" - start) AS words,
    commitments.finder,
    commitments.score,
    commitments.detail,
    commitments.runner_up
FROM commitments
JOIN documents ON documents.id = commitments.document
LEFT JOIN mention_actors AS debtor_of ON debtor_of.mention = commitments.debtor
LEFT JOIN actors AS debtor ON debtor.id = debtor_of.actor
LEFT JOIN mention_actors AS creditor_of ON creditor_of.mention = commitments.creditor
LEFT JOIN actors AS creditor ON creditor.id = creditor_of.actor
ORDER BY documents.path, documents.id, start;

-- Each wording of each utterance; the fullest first.
CREATE VIEW utterance_words AS
SELECT
    utterances.id AS utterance,
    actors.name AS speaker,
    (SELECT count(*) FROM utterance_accounts WHERE utterance = utterances.id) AS accounts,
    utterance_attributions.attribution = utterances.fullest AS is_fullest,
    documents.path,
    documents.outlet,
    (SELECT group_concat(words, ' ... ') FROM content_words WHERE attribution = attributions.id) AS content
FROM utterances
JOIN utterance_attributions ON utterance_attributions.utterance = utterances.id
JOIN attributions ON attributions.id = utterance_attributions.attribution
JOIN documents ON documents.id = attributions.document
LEFT JOIN actors ON actors.id = utterances.speaker
ORDER BY utterances.position, is_fullest DESC, utterance_attributions.position;

CREATE VIEW difference_words AS
SELECT
    utterance,
    differences.attribution,
    here.path,
    substr(fullest.text, fullest_start + 1, fullest_end - fullest_start) AS fullest,
    substr(here.text, here_start + 1, here_end - here_start) AS here
FROM differences
JOIN attributions ON attributions.id = differences.attribution
LEFT JOIN documents AS fullest ON fullest.id = fullest_document
LEFT JOIN documents AS here ON here.id = here_document
ORDER BY utterance, differences.position;

CREATE VIEW passage_words AS
SELECT
    lineages.relation,
    first.path AS left_path,
    second.path AS right_path,
    substr(first.text, left_start + 1, left_end - left_start) AS left_words,
    substr(second.text, right_start + 1, right_end - right_start) AS right_words
FROM passages
JOIN lineages ON lineages.position = passages.lineage
JOIN documents AS first ON first.id = lineages."left"
JOIN documents AS second ON second.id = lineages."right"
ORDER BY passages.lineage, passages.position;

CREATE VIEW furniture_words AS
SELECT documents.path, documents.id AS document, start, "end", kind, substr(text, start + 1, "end" - start) AS words
FROM (
    SELECT document, start, "end", 'furniture' AS kind FROM furniture
    UNION ALL
    SELECT document, start, "end", 'caption' AS kind FROM captions
)
JOIN documents ON documents.id = document
ORDER BY documents.path, documents.id, start;
