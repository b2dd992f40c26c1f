"""Marked sentences in many agencies' voices; every need must be marked, and every label that a sentence marks."""

from __future__ import annotations

import pytest
from marks import Mark, parse

from nlp.pipeline import Extractor

FLAGS = ("negated", "hypothetical", "historical")

SENTENCES = [
    # In haste.
    "<role>wk coach</role> <person>Dave</person> <need>sanctioned</need> him.",
    "<role>fam supp wkr</role> <person>Bev</person> rang.",
    "<role>hsg off</role> <person>Karl</person> rang, <need>rent arrears</need>.",
    "HV to 17 Canal View, <need>no reply</need>.",
    "seen by <role>hv</role> tues.",
    "her <family>b/father</family> rang.",
    "her <family>ex hubby</family> rang.",
    "her <family>daugher</family> and <family>granson</family> rang.",
    "<family>MIL</family> and <family>mat gran</family> rang.",
    "<person>karen o</person> ph'd.",
    # Bodies that no list knows.
    "<person>Tobias</person> went to <org>Brackenfield Hydrotherapy</org>.",
    "He runs with <org>Gosforth Striders</org>.",
    "I rang <org>LanguageBridge</org>.",
    "I rang <person>Kofi Mensah</person>.",
    "<need>Attendance has dropped to 84%</need> since <date>half term</date>.",
    "<person>Kayleigh</person> was <need>excluded for two days</need> after <need>fighting</need>.",
    "<role>Form tutor</role> Mr <person>Adeyemi</person> rang home.",
    "<family>Dad</family> <need>did not attend</need> the <process>TAF</process>.",
    "She came in <need>hungry</need> with <need>no coat</need>.",
    "<role>SENCO</role> is applying for an <process>EHCP</process>.",
    "No <need negated>safeguarding concerns</need> today.",
    "He is being <need>bullied</need> online.",
    "<role>HV</role> reports baby is <need negated>gaining weight</need>.",
    "<family>Mum</family> is <need>tearful</need> and <need>not sleeping</need>.",
    "Denies <need negated>suicidal thoughts</need> or <need negated>self-harm</need>.",
    "Hx of <need historical>postnatal depression</need>.",
    "Nil evidence of <need negated>neglect</need>.",
    "? <need hypothetical>depression</need>, GP to review.",
    "Referred to <org>CAMHS</org> by <role>GP</role>.",
    "Pt <need>DNA</need> at <org>memory clinic</org>.",
    "She has had <need>two falls</need>.",
    "No <need negated>falls</need> reported.",
    "<role>Community matron</role> <person>Ifeoma Obi</person> visited.",
    "There is a risk of <need hypothetical>carer breakdown</need>.",
    "<process>CIN plan</process> agreed on <date>4 November 2025</date>.",
    "The <need negated>home was clean and tidy</need>.",
    "The <need>kitchen was filthy</need>.",
    "<person>Leo</person>'s <family>nan</family> has no <need negated>debts</need>.",
    "<family>Grandad</family> might be <need hypothetical>drinking</need>.",
    "<family>Dad</family> used to be <need historical>violent</need>.",
    "<role>Social worker</role> <person>Tunde Bakare</person> will visit.",
    "<family>Mum</family> can't rule out <need hypothetical>domestic abuse</need>.",
    "She is not only <need>in arrears</need> but <need>isolated</need>.",
    "He is no longer <need historical>homeless</need>.",
    "<family>Older sister</family> is a <need>young carer</need>.",
    "No evidence of <need negated>drug use</need>, <need negated>alcohol misuse</need> or <need negated>domestic abuse</need>.",
    "<role>PC</role> 2231 <person>Gough</person> attended.",
    "Male was <need>arrested</need> on <date>12/03/2025</date>.",
    "<need>Reported missing from placement</need> twice.",
    "Concerns about <need>county lines</need>.",
    "<role>PCSO</role> <person>Winters</person> knows the family.",
    "Allegation of <need>assault</need> by <family>ex-partner</family>.",
    "Tenant is <need>three months behind with the rent</need>.",
    "<need negated>Rent is up to date</need>.",
    "<need>Section 21 notice</need> served.",
    "The flat has <need>black mould</need>.",
    "If <need hypothetical>evicted</need> he could become <need hypothetical>homeless</need>.",
    "Lives at <place>14 Orchard Close</place>, <place>LS9 8AB</place>.",
    "<need>Sofa surfing</need> since <date>last month</date>.",
    "<role>Housing officer</role> from <org>Meadow Homes</org> called.",
    "His <need>PIP was stopped</need>.",
    "<role>Work coach</role> <person>Delroy Grant</person> at the <org>Jobcentre</org>.",
    "She is <need>skint</need> and <need>struggling to pay the rent</need>.",
    "Never been <need negated>sanctioned</need>.",
    "<need>No gas or electric</need> over the weekend.",
    "<need>Universal Credit was refused</need>.",
    "<person>Agnieszka</person> volunteers at the <org>foodbank</org>.",
    "<person>Dorothy</person> is <need>lonely</need>.",
    "<person>Stan</person> came to <org>Men's Shed</org> with his <family>grandson</family>.",
    "<role>Befriender</role> <person>Pauline</person> says she is <need negated>in good spirits</need>.",
    "<person>Fatima Noor</person> asked <org>Citizens Advice</org> about <need>debts</need>.",
    "<family>Auntie</family> <person>Beryl</person> is <need>worn out</need>.",
    "He is <need>using heroin</need> daily.",
    "<need negated>Abstinent from alcohol</need>.",
    "<role>Probation officer</role> says <need>breached bail</need>.",
    "<role>Personal adviser</role> <person>Craig</person> met <person>Shanice</person>.",
    "<need>Smelt of alcohol</need> on arrival.",
    "There was no <need negated>smell of cannabis</need>.",
    "<family>Mum</family> did not deny <need>drinking</need>.",
    "He is <need>at risk of exploitation</need>.",
    "<need>Struggling to cope with the twins</need>.",
    "No <need negated>injuries</need> but <need>bruising</need> seen <date>last week</date>.",
    "Worker saw <person>K.B.</person>, who has <need>no food</need>.",
    "<need historical>Bereaved</need> <date>two years ago</date>.",
]


@pytest.mark.parametrize("marked", SENTENCES)
def test_sentence(extractor: Extractor, marked: str) -> None:
    text, marks = parse(marked)
    labels = {mark.label for mark in marks} | {"NEED"}
    found = {
        Mark(e.label, e.text, e.start, frozenset(f for f in FLAGS if e.label == "NEED" and getattr(e, f)))
        for e in extractor.extract(text).entities
        if e.label in labels
    }
    assert found == marks
