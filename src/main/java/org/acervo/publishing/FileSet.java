package org.acervo.publishing;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.acervo.catalog.PublicationFile;
import org.acervo.catalog.PublicationFile.Standing;
import org.acervo.files.HeldFile;
import org.jspecify.annotations.Nullable;

/** The files of one publication, as the public has them and as they are worked on. */
record FileSet(List<HeldFile> all) {

    static final FileSet NONE = new FileSet(List.of());

    FileSet {
        all = List.copyOf(all);
    }

    /** Those that belong to it. */
    List<PublicationFile> kept() {
        return all.stream()
                .map(HeldFile::file)
                .filter(each -> each.standing() == Standing.KEPT)
                .toList();
    }

    /** Those that are proposed, or are to go. */
    List<HeldFile> pending() {
        return all.stream()
                .filter(each -> each.file().standing() != Standing.KEPT)
                .toList();
    }

    /** The SHA-256 of those that belong to it, by name. */
    Map<String, String> contents() {
        return kept().stream().collect(Collectors.toMap(PublicationFile::name, PublicationFile::sha256));
    }

    /** The one of a name that belongs to it. */
    Optional<HeldFile> kept(String name) {
        return named(name, each -> each == Standing.KEPT).findFirst();
    }

    /** The one of a name that is proposed, or is to go. */
    Optional<HeldFile> pending(String name) {
        return named(name, each -> each != Standing.KEPT).findFirst();
    }

    /** The one of a name that there will be once all that is proposed is public. */
    Optional<HeldFile> working(String name) {
        Optional<HeldFile> pending = pending(name);
        return pending.isEmpty()
                ? kept(name)
                : pending.filter(each -> each.file().standing() == Standing.PROPOSED);
    }

    private Stream<HeldFile> named(String name, Predicate<Standing> standing) {
        return all.stream()
                .filter(each -> each.file().name().equals(name)
                        && standing.test(each.file().standing()));
    }

    /** Whether there will be any. */
    boolean hasWorking() {
        return all.stream().anyMatch(each -> working(each.file().name()).isPresent());
    }

    /** How many names there are. */
    int size() {
        return (int) all.stream().map(each -> each.file().name()).distinct().count();
    }

    /** The position after the last. */
    int end() {
        return all.stream().mapToInt(each -> each.file().position()).max().orElse(0) + 1;
    }

    /** Where a content of this publication is preserved already, or null. */
    @Nullable
    String location(String sha256) {
        return all.stream()
                .filter(each -> each.file().sha256().equals(sha256) && each.location() != null)
                .map(HeldFile::location)
                .findFirst()
                .orElse(null);
    }
}
