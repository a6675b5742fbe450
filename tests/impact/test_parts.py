"""A staged page taken apart."""

from __future__ import annotations

from dalil.desk.impact.parts import parts_of

PAGE = """\
<h1 id="title">Title</h1>

<p class="claims"><span class="claim" data-claim="one" data-status="confirmed">It is so.<sup class="marks"><a class="mark">4</a></sup><a class="seal" href="../claims/one/"></a></span> </p>

## A section {: #place }

<figure class="map" id="who"><svg><path class="signed" d="M0 0"/></svg><figcaption>Who</figcaption></figure>

<table class="bars"><caption id="trade">Trade</caption><tr><td>5</td></tr></table>

<ol data-editorial="references"><li>A paper</li></ol>

<footer class="page-foot"><p>Changed on 1 May</p></footer>
"""


def test_a_page_is_taken_apart() -> None:
    parts = parts_of(PAGE)
    assert parts["claim", "one"] == "It is so."
    assert parts["text", ""] == "Title A section"
    assert parts["table", "trade"] == "Trade 5"
    assert parts["references", ""] == "A paper"
    assert "Changed on" not in " ".join(parts.values())


def test_a_picture_is_what_it_draws() -> None:
    before = parts_of(PAGE)
    after = parts_of(PAGE.replace('class="signed"', 'class="absent"'))
    assert [part for part in before if before[part] != after[part]] == [("picture", "who")]


def test_the_number_of_a_reference_is_no_change() -> None:
    assert parts_of(PAGE) == parts_of(PAGE.replace(">4<", ">5<"))
