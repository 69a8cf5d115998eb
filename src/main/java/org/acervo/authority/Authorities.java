package org.acervo.authority;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.acervo.access.AuditEntry;
import org.acervo.access.AuditEntry.Action;
import org.acervo.access.AuditEntry.Source;
import org.acervo.access.AuditTrail;
import org.acervo.access.Caller;
import org.acervo.access.Right;
import org.acervo.catalog.Disseminations;
import org.acervo.catalog.Finding;
import org.acervo.catalog.PublicationId;
import org.acervo.catalog.Refused;
import org.acervo.catalog.Rule;
import org.acervo.catalog.SetSpec;
import org.acervo.catalog.SetSpec.Family;
import org.acervo.catalog.Transactions;
import org.acervo.vocabulary.PublicationType;
import org.acervo.vocabulary.Term;
import org.acervo.vocabulary.Vocabularies;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the terms of the vocabularies: what curators edit lies in the database over what the files say, goes before it, and is
 * what everything here answers from then on, on every server after its next {@link #look}. Thread-safe.
 */
public class Authorities {

    private final TermEdits edits;
    private final Vocabularies delivered;
    private final Vocabularies live;
    private final Disseminations disseminations;
    private final Transactions transactions;
    private final AuditTrail trail;
    private final TermUse use;
    private final Succession succession;
    private final Clock clock;
    private volatile long known;

    /** @param live as the files say; from now on it follows what staff do */
    Authorities(
            TermEdits edits,
            Vocabularies live,
            Disseminations disseminations,
            Transactions transactions,
            AuditTrail trail,
            TermUse use,
            Succession succession,
            Clock clock) {
        this.edits = edits;
        this.delivered = live.snapshot();
        this.live = live;
        this.disseminations = disseminations;
        this.transactions = transactions;
        this.trail = trail;
        this.use = use;
        this.succession = succession;
        this.clock = clock;
    }

    /**
     * Takes over what was edited, here or on another server.
     *
     * @return whether anything was
     */
    public synchronized boolean look() {
        long number = edits.number();
        if (number == known) {
            return false;
        }
        live.become(shelf().vocabularies());
        known = number;
        return true;
    }

    private Shelf shelf() {
        return new Shelf(delivered, edits.all());
    }

    /** The terms of an authority in their order, the retired ones too. */
    public List<Entry> all(Authority authority) {
        return shelf().all(authority);
    }

    public Optional<Entry> find(Authority authority, String code) {
        return shelf().find(authority, code);
    }

    /** The types that a new one can be like: those of the files. */
    public List<PublicationType> broaderTypes() {
        return delivered.types().all();
    }

    /** A type that is mapped as another one of these; as none where there is no such one, and then it is refused. */
    public PublicationType typeLike(String like, PublicationType named) {
        return delivered
                .types()
                .find(like)
                .map(base -> base.narrower(named.code(), named.labels()))
                .orElse(new PublicationType(named.code(), named.labels(), "", "", "", ""));
    }

    /**
     * What it would do to save a term.
     *
     * @throws Refused with all that is wrong with it
     */
    public TermUse.Effect effect(Caller caller, Authority authority, Term term) {
        caller.require(Right.CURATE);
        Shelf shelf = shelf();
        refuse(TermCheck.check(term, shelf.vocabularies()));
        Term before = shelf.find(authority, term.code()).map(Entry::term).orElse(term);
        TermEdit edit = edit(authority, term, shelf.edit(authority, term.code()).orElse(null), caller);
        return use.effect(authority, before, term, shelf.with(edit).vocabularies());
    }

    /**
     * Adds a term.
     *
     * @throws Refused with all that is wrong with it
     */
    public void add(Caller caller, Source source, Authority authority, Term term) {
        caller.require(Right.CURATE);
        refuse(ofNew(shelf(), authority, term));
        disseminations.mint(sets(authority, term.code()));
        transactions.run(() -> {
            refuse(ofNew(shelf(), authority, term));
            note(
                    Action.TERM_ADDED,
                    source,
                    authority,
                    term.code(),
                    term.labels().en());
            return edits.put(edit(authority, term, null, caller));
        });
        look();
    }

    private static List<Finding> ofNew(Shelf shelf, Authority authority, Term term) {
        List<Finding> findings = new ArrayList<>(TermCheck.check(term, shelf.vocabularies()));
        if (shelf.find(authority, term.code()).isPresent()) {
            findings.add(Finding.of(Rule.NAME_TAKEN, "/code", term.code()));
        }
        return findings;
    }

    /** Has the sets of terms be there before the first record is in them. */
    private static List<SetSpec> sets(Authority authority, String code) {
        return switch (authority) {
            case THEMES -> List.of(Family.THEME.set(), Family.THEME.member(code));
            case TYPES -> List.of(Family.TYPE.set(), Family.TYPE.member(code));
            case ORGANIZATIONS, LANGUAGES -> List.of();
        };
    }

    /**
     * Says something else of a term that there is.
     *
     * @param seen the number of the entry that was edited
     * @throws Refused with all that is wrong with it, or where somebody was quicker
     */
    public void change(Caller caller, Source source, Authority authority, Term term, long seen) {
        caller.require(Right.CURATE);
        transactions.run(() -> {
            Shelf shelf = shelf();
            Entry before = current(shelf, authority, term.code(), seen);
            refuse(TermCheck.check(term, shelf.vocabularies()));
            if (!before.term().equals(term)) {
                edits.put(
                        edit(authority, term, shelf.edit(authority, term.code()).orElse(null), caller));
                note(Action.TERM_CHANGED, source, authority, term.code(), changed(before.term(), term));
            }
            return term;
        });
        look();
    }

    private static String changed(Term before, Term after) {
        return before.labels().equals(after.labels())
                ? ""
                : before.labels().en() + " → " + after.labels().en();
    }

    /** Gives a term that staff have edited back to the files; one that is retired stays so no longer. */
    public void restore(Caller caller, Source source, Authority authority, String code, long seen) {
        caller.require(Right.CURATE);
        transactions.run(() -> {
            Shelf shelf = shelf();
            Entry before = current(shelf, authority, code, seen);
            if (before.origin() != Entry.Origin.CHANGED) {
                throw new Refused(
                        Finding.of(Rule.STATE_FORBIDS, "/code", before.origin().name(), Entry.Origin.CHANGED.name()));
            }
            note(Action.TERM_CHANGED, source, authority, code, "as delivered");
            return edits.remove(authority, code);
        });
        look();
    }

    /**
     * Retires a term; where another takes its place, all publications that use it are changed in the background. Both are
     * one step: either is done with the other.
     *
     * @param successor the code of a term that may be used, or empty text
     * @return the change of many publications; 0 where nothing has to be changed
     * @throws IllegalStateException while the index is catching up
     */
    public long retire(Caller caller, Source source, Authority authority, String code, String successor, long seen) {
        caller.require(Right.CURATE);
        Entry entry = current(shelf(), authority, code, seen);
        Optional<Term> next = successor.isEmpty() ? Optional.empty() : Optional.of(usable(authority, code, successor));
        List<PublicationId> ids = next.isEmpty() ? List.of() : use.ids(authority, entry.term());
        long change = transactions.run(() -> {
            Entry before = current(shelf(), authority, code, seen);
            long begun = next.map(each -> succession.begin(caller, source, authority, before.term(), each, ids))
                    .orElse(0L);
            edits.put(
                    new TermEdit(authority, before.term(), true, successor, begun, caller.name(), clock.instant(), 0));
            note(Action.TERM_RETIRED, source, authority, code, successor);
            return begun;
        });
        look();
        return change;
    }

    /** Gives the successor of a retired term to publications that have come to use it meanwhile, or had been left. */
    public long succeed(Caller caller, Source source, Authority authority, String code, long seen) {
        caller.require(Right.CURATE);
        Entry entry = current(shelf(), authority, code, seen);
        if (!entry.retired() || entry.successor().isEmpty()) {
            throw new Refused(Finding.of(Rule.STATE_FORBIDS, "/code", code));
        }
        return retire(caller, source, authority, code, entry.successor(), seen);
    }

    /** Lets a retired term be used again; publications stay as they are. */
    public void reinstate(Caller caller, Source source, Authority authority, String code, long seen) {
        caller.require(Right.CURATE);
        transactions.run(() -> {
            Entry before = current(shelf(), authority, code, seen);
            note(Action.TERM_REINSTATED, source, authority, code, "");
            return edits.put(new TermEdit(authority, before.term(), false, "", 0, caller.name(), clock.instant(), 0));
        });
        look();
    }

    private Term usable(Authority authority, String code, String successor) {
        return find(authority, successor)
                .filter(each -> authority.hasSuccessors()
                        && !each.retired()
                        && !each.code().equals(code))
                .map(Entry::term)
                .orElseThrow(() -> new Refused(Finding.of(Rule.UNKNOWN_CODE, "/successor", successor)));
    }

    private static Entry current(Shelf shelf, Authority authority, String code, long seen) {
        Entry entry =
                shelf.find(authority, code).orElseThrow(() -> new Refused(Finding.of(Rule.NOT_FOUND, "/code", code)));
        if (entry.number() != seen) {
            throw new Refused(Finding.of(Rule.STALE_VERSION, "", null));
        }
        return entry;
    }

    private TermEdit edit(Authority authority, Term term, @Nullable TermEdit last, Caller caller) {
        return new TermEdit(
                authority,
                term,
                last != null && last.retired(),
                last == null ? "" : last.successor(),
                last == null ? 0 : last.change(),
                caller.name(),
                clock.instant(),
                0);
    }

    /** The sets of all terms that there are. */
    public List<SetSpec> sets() {
        return Stream.of(Authority.THEMES, Authority.TYPES)
                .flatMap(each -> all(each).stream())
                .flatMap(each -> sets(each.authority(), each.code()).stream())
                .distinct()
                .toList();
    }

    private static void refuse(List<Finding> findings) {
        if (!findings.isEmpty()) {
            throw new Refused(findings);
        }
    }

    private void note(Action action, Source source, Authority authority, String code, String detail) {
        trail.note(new AuditEntry(
                0, clock.instant(), action, source.actor(), authority.code() + " " + code, source.address(), detail));
    }
}
