"""One incident between two states that do not exist, told in independent words, to be copied and cut by the tests."""

WIRE = """Kestria closed the ferry crossing at Aldmouth on Tuesday after its customs officers found forty crates of
unmarked rifle parts aboard the night boat from Morvane, the harbour authority of Aldmouth reported.

Officers in grey oilskins walked the car deck until dawn and unscrewed the floors of nine lorries. Drivers who had
slept in their cabins were led to a heated shed behind the fish market and given tea, a reporter on the quay saw.

The crossing carries a third of the timber that Morvane sells abroad. By noon the queue of trucks reached the old
mint, four kilometres inland, and two sawmills had sent their morning shift home.

Ilsa Dorn, who heads the customs service, said the crates were addressed to a garage that does not exist. She showed
photographs of the seals, which bore the number of a depot near Tarn, and invited the other side to inspect them.

The owner of the ferry, a family company in its fourth generation, has never lost a licence. Its oldest captain told
the reporter that he had signed for furniture and seen furniture, and that he would sign again.

Nobody was arrested. The boat may leave once the harbour court has heard the captain, probably at the end of the
week, a clerk said; until then the timber waits, and the price of planks in Aldmouth has already risen by a fifth."""

OTHER = """The government of Morvane has summoned the Kestrian envoy over the closing of the Aldmouth ferry, which it
calls an attack on honest trade.

Deputy minister Tomas Reik kept the envoy waiting for twenty minutes, according to two people who were in the
building, and then read her a page and a half without offering a chair. The rifle parts, he said, are props that belong
to a travelling opera.

Lorry owners in Tarn put their losses at two million crowns a day. Some have turned north to the bridge at Sel, where
the toll doubled overnight and soldiers wave the cars through one by one.

Whether there were forty crates or fourteen is disputed: the opera lists fourteen, insured for a modest sum. Its
director has offered to sing the last act on the quay. Kestria has not replied to that, nor to the note, which asks
that the boat be freed by Friday noon."""

THIRD = """Fishermen at the mouth of the Sel complain that soldiers now check their nets. Each boat loses an hour on
the way out and another on the way home, and the auction hall in Tarn opened late for the third day in a row.

Prices held all the same, since the hotels are half empty and the herring came early. The mayor promised a pontoon for
the patrol, so that inspections can be done before sunrise; the money is to come from the fund for the lighthouse."""

STATEMENT = """no vessel under our flag will ever carry weapons to either bank of the river, and whoever claims
otherwise must open every crate before the eyes of neutral inspectors and name the witnesses"""

FORMULA = "full respect for the sovereignty and the recognised borders of Kestria"

COMMENTS = """

Source link

Leave a Reply

Your email address will not be published. Required fields are marked. Save my name, email and website in this browser
for the next time I comment. Notify me of follow-up comments and of new posts by email."""


def paragraphs(text: str) -> list[str]:
    """The paragraphs of a text."""
    return text.split("\n\n")
