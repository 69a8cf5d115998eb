package org.acervo.deposit.bulk;

import java.io.InputStream;
import java.util.List;
import java.util.function.UnaryOperator;
import org.acervo.catalog.Actor;
import org.acervo.catalog.PublicationFile;
import org.acervo.catalog.PublicationId;
import org.acervo.files.Incoming;
import org.acervo.files.Staged;
import org.acervo.files.Staging;
import org.acervo.publishing.Attachments;
import org.acervo.publishing.FileCondition;
import org.acervo.publishing.FileDetails;
import org.acervo.publishing.Placement;

/** Puts the files of rows where those of the other ways in go. */
record StagedRowFiles(Staging staging, Attachments attachments) implements RowFiles {

    private record Content(Staged staged) implements Taken {
        @Override
        public void close() {
            staged.close();
        }
    }

    @Override
    public Taken take(String name, long size, InputStream content) {
        return new Content(staging.receive(new Incoming(name, size, List.of()), content));
    }

    @Override
    public Attached attach(Actor actor, PublicationId publication, Taken content, FileWish wish) {
        Staged staged = ((Content) content).staged();
        List<PublicationFile> before = attachments.of(publication);
        Placement placement = new Placement(details(wish), FileCondition.WHATEVER, other -> false);
        Attachments.Attached attached = attachments.attach(actor, publication, placement, staged);
        return new Attached(!before.contains(attached.file()), attached.findings());
    }

    /** What a row does not say of a file that is there stays. */
    private static UnaryOperator<FileDetails> details(FileWish wish) {
        return before -> new FileDetails(
                wish.language() == null ? before.language() : wish.language(),
                wish.description() == null ? before.description() : wish.description(),
                before.position(),
                wish.embargo() == null ? before.embargo() : wish.embargo());
    }
}
