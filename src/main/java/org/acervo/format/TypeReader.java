package org.acervo.format;

import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.acervo.format.XmlFields.Field;
import org.acervo.vocabulary.PublicationType;
import org.acervo.vocabulary.Vocabularies;

/** Finds the one document type that the types of a record mean: a label, a code, a COAR concept, a DCMI type. */
record TypeReader(Vocabularies vocabularies, Labelled labelled) {

    private static final int FEW = 10;

    /**
     * Finds it.
     *
     * @param type takes the code, or the text where it is unknown, with the field that says it
     * @param notMapped takes each field that says something else, with what it may mean
     */
    void read(List<Field> fields, BiConsumer<String, Field> type, BiConsumer<Field, List<String>> notMapped) {
        for (Field field : fields) {
            PublicationType named = named(field).orElse(null);
            if (named != null) {
                type.accept(named.code(), field);
                fields.stream()
                        .filter(other -> !says(other, named))
                        .forEach(other -> notMapped.accept(other, List.of()));
                return;
            }
        }
        for (Field field : fields) {
            List<String> candidates = candidates(field);
            if (candidates.size() == 1) {
                type.accept(candidates.get(0), field);
                return;
            }
        }
        for (Field field : fields) {
            List<String> candidates = candidates(field);
            if (candidates.isEmpty()) {
                type.accept(field.text(), field);
                return;
            }
            notMapped.accept(field, candidates.stream().limit(FEW).toList());
        }
    }

    private Optional<PublicationType> named(Field field) {
        return labelled.type(field.text()).flatMap(vocabularies.types()::find);
    }

    private boolean says(Field field, PublicationType type) {
        return named(field).filter(type::equals).isPresent() || concept(type, field.text());
    }

    private static boolean concept(PublicationType type, String text) {
        return type.coar().equals(text)
                || type.dcmi().equals(text)
                || type.coarLabel().equalsIgnoreCase(text);
    }

    private List<String> candidates(Field field) {
        return vocabularies.types().all().stream()
                .filter(type -> concept(type, field.text()))
                .map(PublicationType::code)
                .toList();
    }
}
