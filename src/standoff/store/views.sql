-- The words, read back: the tables to start with. Times are as datings settle them, with the basis "linked".

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
    coalesce(settled_times.value, times.value) AS value,
    coalesce(times.when_since, settled_times.when_since) AS when_since,
    coalesce(times.when_until, settled_times.when_until) AS when_until,
    CASE WHEN settled_times.time IS NULL THEN times.basis ELSE 'linked' END AS basis,
    substr(text, reckoned_from_start + 1, reckoned_from_end - reckoned_from_start) AS reckoned_from,
    CASE WHEN settled_times.time IS NULL THEN times.needs END AS needs,
    times.finder,
    times.score,
    times.detail,
    times.runner_up
FROM times
JOIN documents ON documents.id = times.document
LEFT JOIN settled_times ON settled_times.time = times.id
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
    coalesce(events.when_since, settled_times.when_since) AS when_since,
    coalesce(events.when_until, settled_times.when_until) AS when_until,
    CASE WHEN events.when_since IS NULL AND settled_times.time IS NOT NULL THEN 'linked' ELSE events.when_basis END
        AS when_basis,
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
LEFT JOIN settled_times ON settled_times.time = events.time
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
    coalesce(figures.as_of_since, settled_times.when_since) AS as_of_since,
    coalesce(figures.as_of_until, settled_times.when_until) AS as_of_until,
    CASE WHEN figures.as_of_since IS NULL AND settled_times.time IS NOT NULL THEN 'linked' ELSE figures.as_of_basis END
        AS as_of_basis,
    figures.status,
    substr(documents.text, places.start + 1, places."end" - places.start) AS place,
    figures.finder,
    figures.score,
    figures.detail,
    figures.runner_up
FROM figures
JOIN documents ON documents.id = figures.document
LEFT JOIN settled_times ON settled_times.time = figures.time
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
    coalesce(commitments.deadline_since, settled_times.when_since) AS deadline_since,
    coalesce(commitments.deadline_until, settled_times.when_until) AS deadline_until,
    (SELECT count(*) FROM commitment_relays WHERE commitment = commitments.id) AS relays,
    substr(text, start + 1, "end" - start) AS words,
    commitments.finder,
    commitments.score,
    commitments.detail,
    commitments.runner_up
FROM commitments
JOIN documents ON documents.id = commitments.document
LEFT JOIN settled_times ON settled_times.time = commitments.time
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
    utterances."lower",
    utterances."upper",
    utterance_attributions.attribution = utterances.fullest AS is_fullest,
    utterance_attributions.attribution = coalesce(utterances.earliest, '') AS is_earliest,
    utterance_attributions.attribution = coalesce(utterances.original, '') AS is_original,
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
    origin.path AS origin_path,
    first.path AS left_path,
    second.path AS right_path,
    substr(first.text, left_start + 1, left_end - left_start) AS left_words,
    substr(second.text, right_start + 1, right_end - right_start) AS right_words
FROM passages
JOIN lineages ON lineages.position = passages.lineage
JOIN documents AS first ON first.id = lineages."left"
JOIN documents AS second ON second.id = lineages."right"
LEFT JOIN documents AS origin ON origin.id = lineages.origin
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

-- Each report with its day, its account and what it is about.
CREATE VIEW reports AS
SELECT
    documents.id AS document,
    documents.path,
    documents.outlet,
    documents.title,
    coalesce(documents.published_since, datings.published_since) AS published_since,
    coalesce(documents.published_until, datings.published_until) AS published_until,
    CASE WHEN documents.published_since IS NULL AND datings.document IS NOT NULL THEN 'linked'
        ELSE documents.published_basis END AS published_basis,
    account_documents.account,
    topic_documents.topic,
    central.title AS topic_title
FROM documents
LEFT JOIN datings ON datings.document = documents.id
LEFT JOIN account_documents ON account_documents.document = documents.id
LEFT JOIN topic_documents ON topic_documents.document = documents.id
LEFT JOIN topics ON topics.id = topic_documents.topic
LEFT JOIN documents AS central ON central.id = topics.central
ORDER BY documents.path, documents.id;

-- What happened and what is planned, in order of time; what has no day comes last. An open beginning ('..') is early.
CREATE VIEW timeline AS
SELECT
    happenings.id AS happening,
    happenings.when_since,
    happenings.when_until,
    happenings.when_basis,
    substr(documents.text, label_start + 1, label_end - label_start) AS label,
    happenings.type,
    happenings.factuality,
    (
        SELECT group_concat(name, '; ') FROM (
            SELECT actors.name FROM happening_participants
            JOIN actors ON actors.id = happening_participants.actor
            WHERE happening = happenings.id ORDER BY happening_participants.position
        )
    ) AS participants,
    substr(there.text, places.start + 1, places."end" - places.start) AS place,
    happenings.documents,
    happenings."lower",
    happenings."upper",
    documents.path,
    happenings.finder,
    happenings.score,
    happenings.detail,
    happenings.runner_up
FROM happenings
JOIN documents ON documents.id = label_document
LEFT JOIN mentions AS places ON places.id = happenings.place
LEFT JOIN documents AS there ON there.id = places.document
ORDER BY happenings.when_since IS NULL, happenings.when_since, happenings.when_until, happenings.position;

-- What each happening was said to be, from which report on.
CREATE VIEW stage_words AS
SELECT
    stages.happening,
    stages.position,
    stages.factuality,
    reports.published_since,
    reports.path,
    reports.outlet,
    substr(documents.text, events.start + 1, events."end" - events.start) AS words
FROM stages
JOIN events ON events.id = stages.event
JOIN documents ON documents.id = events.document
JOIN reports ON reports.document = events.document
ORDER BY stages.happening, stages.position;

-- The days that matter, in order, each with the sentences that tell it best.
CREATE VIEW day_words AS
SELECT
    days.id AS day,
    days.when_since,
    (SELECT count(*) FROM day_documents WHERE day = days.id) AS documents,
    days."lower",
    days."upper",
    day_sentences.position,
    documents.path,
    documents.outlet,
    substr(documents.text, day_sentences.start + 1, day_sentences."end" - day_sentences.start) AS words,
    days.finder,
    days.score,
    days.detail,
    days.runner_up
FROM days
JOIN day_sentences ON day_sentences.day = days.id
JOIN documents ON documents.id = day_sentences.document
ORDER BY days.position, day_sentences.position;

-- Who is bound to do what, and how it stands.
CREATE VIEW ledger AS
SELECT
    obligations.id AS obligation,
    obligations.status,
    obligations.force,
    debtor.name AS debtor,
    creditor.name AS creditor,
    substr(conditions.text, antecedent_start + 1, antecedent_end - antecedent_start) AS antecedent,
    substr(deeds.text, consequent_start + 1, consequent_end - consequent_start) AS consequent,
    substr(documents.text, label_start + 1, label_end - label_start) AS label,
    obligations.deadline_since,
    obligations.deadline_until,
    obligations."lower",
    obligations."upper",
    documents.path,
    obligations.finder,
    obligations.score,
    obligations.detail,
    obligations.runner_up
FROM obligations
JOIN documents ON documents.id = label_document
LEFT JOIN documents AS conditions ON conditions.id = antecedent_document
LEFT JOIN documents AS deeds ON deeds.id = consequent_document
LEFT JOIN actors AS debtor ON debtor.id = obligations.debtor
LEFT JOIN actors AS creditor ON creditor.id = obligations.creditor
ORDER BY debtor.name IS NULL, debtor.name, obligations.position;

-- How each obligation came to each of its statuses.
CREATE VIEW move_words AS
SELECT
    moves.obligation,
    moves.position,
    moves.status,
    moves.rule,
    moves.when_since,
    moves.when_until,
    documents.path,
    substr(documents.text, moves.start + 1, moves."end" - moves.start) AS words,
    moves.happening
FROM moves
JOIN documents ON documents.id = moves.document
ORDER BY moves.obligation, moves.position;

-- Every value claimed of one thing, side by side.
CREATE VIEW measure_words AS
SELECT
    measures.id AS measure,
    substr(documents.text, label_start + 1, label_end - label_start) AS label,
    measures.unit,
    measures.status,
    claims.low,
    claims.high,
    claimant.name AS claimant,
    claims.as_of_since,
    claims.as_of_until,
    (SELECT count(*) FROM claim_figures WHERE measure = measures.id AND claim = claims.position) AS figures,
    claims."lower",
    claims."upper",
    measures.finder,
    measures.score,
    measures.detail,
    measures.runner_up
FROM measures
JOIN claims ON claims.measure = measures.id
JOIN documents ON documents.id = label_document
LEFT JOIN actors AS claimant ON claimant.id = claims.claimant
ORDER BY measures.position, claims.position;

-- Two sides' accounts of one meeting, point by point.
CREATE VIEW readout_words AS
SELECT
    points.readouts,
    readouts.happening,
    points.position,
    points.agreement,
    left_actor.name AS left_side,
    substr(ours.text, points.left_start + 1, points.left_end - points.left_start) AS left_words,
    right_actor.name AS right_side,
    substr(theirs.text, points.right_start + 1, points.right_end - points.right_start) AS right_words
FROM points
JOIN readouts ON readouts.id = points.readouts
JOIN actors AS left_actor ON left_actor.id = readouts.left_side
JOIN actors AS right_actor ON right_actor.id = readouts.right_side
LEFT JOIN documents AS ours ON ours.id = points.left_document
LEFT JOIN documents AS theirs ON theirs.id = points.right_document
ORDER BY readouts.position, points.position;

-- Where accounts disagree, and what each says.
CREATE VIEW discrepancy_words AS
SELECT
    discrepancies.id AS discrepancy,
    discrepancies."check",
    discrepancies.severity,
    discrepancies.cause,
    discrepancies.sentence,
    documents.path,
    documents.outlet,
    actors.name AS speaker,
    substr(documents.text, sides.start + 1, sides."end" - sides.start) AS words,
    discrepancies.about,
    discrepancies.finder,
    discrepancies.score,
    discrepancies.detail,
    discrepancies.runner_up
FROM discrepancies
JOIN sides ON sides.discrepancy = discrepancies.id
JOIN documents ON documents.id = sides.document
LEFT JOIN actors ON actors.id = sides.speaker
ORDER BY discrepancies.position, sides.position;

-- Whom a name stands for where another is meant by it.
CREATE VIEW metonym_words AS
SELECT
    actors.name AS actor,
    meant.name AS stands_for,
    (SELECT count(*) FROM metonym_actors AS other WHERE other.actor = metonyms.actor AND metonym = metonyms.position) > 1
        AS is_open,
    documents.path,
    substr(documents.text, mentions.start + 1, mentions."end" - mentions.start) AS words,
    metonyms.finder,
    metonyms.score,
    metonyms.detail,
    metonyms.runner_up
FROM metonyms
JOIN actors ON actors.id = metonyms.actor
JOIN metonym_actors ON metonym_actors.actor = metonyms.actor AND metonym_actors.metonym = metonyms.position
JOIN actors AS meant ON meant.id = metonym_actors.stands_for
JOIN metonym_mentions ON metonym_mentions.actor = metonyms.actor AND metonym_mentions.metonym = metonyms.position
JOIN mentions ON mentions.id = metonym_mentions.mention
JOIN documents ON documents.id = mentions.document
ORDER BY actors.position, metonyms.position, metonym_mentions.position, metonym_actors.position;

-- What is searched: a piece of a document's text, the first with its title.
CREATE VIEW paragraph_words AS
SELECT
    paragraphs.position,
    documents.path,
    CASE WHEN paragraphs.is_first THEN documents.title END AS title,
    substr(documents.text, paragraphs.start + 1, paragraphs."end" - paragraphs.start) AS words,
    paragraphs.is_furniture
FROM paragraphs
JOIN documents ON documents.id = paragraphs.document;

-- Every name of each actor that has one, a line each.
CREATE VIEW actor_name_lists AS
SELECT
    actors.position,
    actors.id AS actor,
    (SELECT group_concat(name, char(10)) FROM actor_names WHERE actor = actors.id) AS names
FROM actors
WHERE actors.named;

-- How each actor without a name that says, does or owes something is described, a line each.
CREATE VIEW actor_descriptions AS
SELECT
    actors.position,
    actors.id AS actor,
    (SELECT group_concat(name, char(10)) FROM actor_names WHERE actor = actors.id) AS names
FROM actors
JOIN actor_tallies ON actor_tallies.actor = actors.id
WHERE NOT actors.named
    AND (actor_tallies.deeds > 0 OR EXISTS (SELECT 1 FROM statements WHERE statements.speaker = actors.id));
