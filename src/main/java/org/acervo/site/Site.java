package org.acervo.site;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.acervo.access.AuditEntry;
import org.acervo.access.AuditTrail;
import org.acervo.catalog.Finding;
import org.acervo.catalog.Refused;
import org.acervo.catalog.Rule;
import org.acervo.vocabulary.InterfaceLanguage;
import org.acervo.vocabulary.Labels;

/** What the public pages say of themselves, and how staff change it. Thread-safe. */
public class Site {

    /** Of one language, in UTF-16 units. */
    public static final int LONGEST = 20_000;

    /** Of a name in one language, in UTF-16 units. */
    public static final int LONGEST_NAME = 250;

    /** What a page may feature. */
    public static final int MOST_FEATURES = 12;

    private static final Labels NOTHING = Labels.same("");

    private final Editions editions;
    private final Map<SitePage, Labels> beginnings;
    private final AuditTrail trail;
    private final Clock clock;

    /** @param beginnings the texts that the repository comes with */
    public Site(Editions editions, Map<SitePage, Labels> beginnings, AuditTrail trail, Clock clock) {
        this.editions = editions;
        this.beginnings = Map.copyOf(beginnings);
        this.trail = trail;
        this.clock = clock;
    }

    /** What a page says now; nothing where nobody wrote anything. */
    public Edition of(SitePage page) {
        return editions.find(page).orElseGet(() -> beginning(page));
    }

    /** What it said before too, the last first; what the repository came with is the end. */
    public List<Edition> history(SitePage page) {
        List<Edition> all = new ArrayList<>(editions.history(page));
        all.add(beginning(page));
        return all;
    }

    private Edition beginning(SitePage page) {
        return new Edition(page, 0, NOTHING, beginnings.getOrDefault(page, NOTHING), List.of(), "", Instant.EPOCH);
    }

    /** What staff call pages; those that they gave no name are absent. */
    public Map<SitePage, Labels> names(Collection<SitePage> pages) {
        Map<SitePage, Labels> names = new HashMap<>();
        editions.findAll(pages).forEach((page, last) -> {
            if (!last.name().equals(NOTHING)) {
                names.put(page, last.name());
            }
        });
        return names;
    }

    /**
     * Writes a page anew.
     *
     * @param wish what it is to say; its version is the one that was changed, its author and its time are not looked at
     * @throws Refused where a text is too long or somebody was quicker
     */
    public Edition write(Edition wish, AuditEntry.Source source) {
        List<Finding> findings = findings(wish);
        if (!findings.isEmpty()) {
            throw new Refused(findings);
        }
        SitePage page = wish.page();
        Edition next = new Edition(
                page,
                wish.version() + 1,
                page.isNamed() ? wish.name() : NOTHING,
                wish.text(),
                wish.features(),
                source.actor(),
                clock.instant());
        if (of(page).version() != wish.version() || !editions.add(next)) {
            throw new Refused(Finding.of(Rule.STALE_VERSION, "/version", String.valueOf(wish.version())));
        }
        trail.note(new AuditEntry(
                0, next.at(), AuditEntry.Action.PAGE_WRITTEN, source.actor(), page.path(), source.address(), ""));
        return next;
    }

    private static List<Finding> findings(Edition wish) {
        List<Finding> findings = new ArrayList<>();
        for (InterfaceLanguage each : InterfaceLanguage.values()) {
            if (wish.name().in(each).length() > LONGEST_NAME) {
                findings.add(Finding.of(Rule.TOO_LONG, "/name-" + each.tag(), null, String.valueOf(LONGEST_NAME)));
            }
            if (wish.text().in(each).length() > LONGEST) {
                findings.add(Finding.of(Rule.TOO_LONG, "/" + each.tag(), null, String.valueOf(LONGEST)));
            }
        }
        if (wish.features().size() > MOST_FEATURES) {
            findings.add(Finding.of(Rule.TOO_LONG, "/features", null, String.valueOf(MOST_FEATURES)));
        }
        return findings;
    }
}
