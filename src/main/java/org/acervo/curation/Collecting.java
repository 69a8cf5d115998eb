package org.acervo.curation;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.acervo.access.AuditEntry;
import org.acervo.access.AuditEntry.Action;
import org.acervo.access.AuditEntry.Source;
import org.acervo.access.AuditTrail;
import org.acervo.access.Caller;
import org.acervo.access.Right;
import org.acervo.catalog.Cleaning;
import org.acervo.catalog.Collection;
import org.acervo.catalog.Disseminations;
import org.acervo.catalog.Finding;
import org.acervo.catalog.Publications;
import org.acervo.catalog.Refused;
import org.acervo.catalog.Rule;
import org.acervo.catalog.Selection;
import org.acervo.catalog.SetSpec;
import org.acervo.catalog.Transactions;
import org.acervo.vocabulary.Labels;

/**
 * Makes, describes and orders collections. Each is an OAI set for ever, so none is ever removed, and its code never changes.
 * What is in a collection is said by the publications themselves. Thread-safe.
 */
public class Collecting {

    private static final Pattern CODE = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
    private static final int LONGEST_CODE = 60;
    private static final int LONGEST_TITLE = 300;
    private static final int LONGEST_TEXT = 5_000;

    private final Publications publications;
    private final Disseminations disseminations;
    private final Transactions transactions;
    private final AuditTrail trail;
    private final Clock clock;

    Collecting(
            Publications publications,
            Disseminations disseminations,
            Transactions transactions,
            AuditTrail trail,
            Clock clock) {
        this.publications = publications;
        this.disseminations = disseminations;
        this.transactions = transactions;
        this.trail = trail;
        this.clock = clock;
    }

    /** All of them in their order. */
    public List<Collection> all() {
        return publications.collections();
    }

    public Optional<Collection> find(String code) {
        return all().stream().filter(each -> each.code().equals(code)).findFirst();
    }

    /** How many records harvesters get from its set, tombstones included. */
    public long records(Collection collection) {
        SetSpec set = SetSpec.Family.COLLECTION.member(collection.code());
        return disseminations.count(new Selection("oai_dc", set, null, null));
    }

    /**
     * Makes a collection, the last in the order.
     *
     * @param code lower-case letters and digits, with hyphens between them
     * @param title in the languages in which there is one; the others, empty, take the first that there is
     * @throws Refused with all that is wrong with it
     */
    public Collection make(Caller caller, Source source, String code, Labels title, Labels description) {
        caller.require(Right.CURATE);
        List<Finding> findings = new ArrayList<>(check(title, description));
        if (!CODE.matcher(code).matches() || code.length() > LONGEST_CODE) {
            findings.add(Finding.of(Rule.MALFORMED_PARAMETER, "/code", code, "migration-reports-2024"));
        }
        if (find(code).isPresent()) {
            findings.add(Finding.of(Rule.NAME_TAKEN, "/code", code));
        }
        refuse(findings);
        disseminations.mint(List.of(SetSpec.Family.COLLECTION.set(), SetSpec.Family.COLLECTION.member(code)));
        return transactions.run(() -> {
            int last = all().stream().mapToInt(Collection::order).max().orElse(0);
            Collection made = new Collection(code, filled(title), filled(description), last + 1);
            publications.save(made);
            note(Action.COLLECTION_MADE, source, code, made.labels().en());
            return made;
        });
    }

    /** Gives a collection other titles and descriptions. */
    public Collection describe(Caller caller, Source source, String code, Labels title, Labels description) {
        caller.require(Right.CURATE);
        refuse(check(title, description));
        return transactions.run(() -> {
            Collection before = existing(code);
            Collection after = new Collection(code, filled(title), filled(description), before.order());
            if (!after.equals(before)) {
                publications.save(after);
                note(Action.COLLECTION_CHANGED, source, code, "title, description");
            }
            return after;
        });
    }

    /** Moves a collection so many places towards the end, or, below 0, the beginning; not beyond. */
    public void move(Caller caller, Source source, String code, int places) {
        caller.require(Right.CURATE);
        transactions.run(() -> {
            List<Collection> order = new ArrayList<>(all());
            int from = order.indexOf(existing(code));
            int to = Math.max(0, Math.min(order.size() - 1, from + places));
            if (from != to) {
                Collections.rotate(order.subList(Math.min(from, to), Math.max(from, to) + 1), from < to ? -1 : 1);
                for (int i = 0; i < order.size(); i++) {
                    Collection each = order.get(i);
                    if (each.order() != i + 1) {
                        publications.save(new Collection(each.code(), each.labels(), each.description(), i + 1));
                    }
                }
                note(Action.COLLECTION_CHANGED, source, code, "order");
            }
            return code;
        });
    }

    private Collection existing(String code) {
        return find(code).orElseThrow(() -> new Refused(Finding.of(Rule.NOT_FOUND, "/code", code)));
    }

    private static List<Finding> check(Labels title, Labels description) {
        List<Finding> findings = new ArrayList<>();
        if (title.distinct().stream().allMatch(String::isBlank)) {
            findings.add(Finding.of(Rule.REQUIRED, "/title", null));
        }
        tooLong(findings, "/title", title, LONGEST_TITLE);
        tooLong(findings, "/description", description, LONGEST_TEXT);
        return findings;
    }

    private static void tooLong(List<Finding> findings, String pointer, Labels texts, int longest) {
        if (texts.distinct().stream().anyMatch(each -> each.length() > longest)) {
            findings.add(Finding.of(Rule.TOO_LONG, pointer, null, Integer.toString(longest)));
        }
    }

    private static void refuse(List<Finding> findings) {
        if (!findings.isEmpty()) {
            throw new Refused(findings);
        }
    }

    private static Labels filled(Labels given) {
        String first = given.distinct().stream()
                .map(Cleaning::remark)
                .filter(each -> !each.isEmpty())
                .findFirst()
                .orElse("");
        return Labels.of(language -> {
            String own = Cleaning.remark(given.in(language));
            return own.isEmpty() ? first : own;
        });
    }

    private void note(Action action, Source source, String code, String detail) {
        trail.note(new AuditEntry(
                0, clock.instant(), action, source.actor(), "collection " + code, source.address(), detail));
    }
}
