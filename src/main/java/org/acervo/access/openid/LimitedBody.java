package org.acervo.access.openid;

import java.io.IOException;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/** A body that is given up when it grows too large, however long it would go on. */
final class LimitedBody implements BodySubscriber<byte[]> {

    private final BodySubscriber<byte[]> whole;
    private final long most;
    private Flow.@Nullable Subscription coming;
    private long come;

    /** @param most bytes */
    LimitedBody(BodySubscriber<byte[]> whole, long most) {
        this.whole = whole;
        this.most = most;
    }

    @Override
    public CompletionStage<byte[]> getBody() {
        return whole.getBody();
    }

    @Override
    public void onSubscribe(Flow.Subscription subscription) {
        coming = subscription;
        whole.onSubscribe(subscription);
    }

    @Override
    public void onNext(List<ByteBuffer> part) {
        come += part.stream().mapToLong(ByteBuffer::remaining).sum();
        if (come <= most) {
            whole.onNext(part);
        } else if (coming != null) {
            coming.cancel();
            whole.onError(new IOException("The answer has more than " + most + " bytes"));
        }
    }

    @Override
    public void onError(Throwable failure) {
        whole.onError(failure);
    }

    @Override
    public void onComplete() {
        whole.onComplete();
    }
}
