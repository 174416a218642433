package org.totalplace.gateway.limit;

import java.util.concurrent.atomic.AtomicLong;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import org.totalplace.starter.problem.Problem;
import reactor.core.publisher.Flux;

/** A body that ends with a refusal when more comes than may. */
final class CountedBody extends ServerHttpRequestDecorator {

    private final long most;

    private CountedBody(ServerHttpRequest request, long most) {
        super(request);
        this.most = most;
    }

    /** Counts a body whose length is not declared; the server sees to it that no other is longer than it says. */
    static ServerHttpRequest counted(long most, ServerHttpRequest request) {
        return request.getHeaders().getContentLength() >= 0 ? request : new CountedBody(request, most);
    }

    /** @throws Problem 413 {@code too-large} when more is declared than may come */
    static void require(long most, ServerHttpRequest request) {
        if (request.getHeaders().getContentLength() > most) {
            throw tooLarge(most);
        }
    }

    @Override
    public Flux<DataBuffer> getBody() {
        return Flux.defer(() -> {
            AtomicLong passed = new AtomicLong();
            return super.getBody().handle((buffer, sink) -> {
                if (passed.addAndGet(buffer.readableByteCount()) > most) {
                    DataBufferUtils.release(buffer);
                    sink.error(tooLarge(most));
                } else {
                    sink.next(buffer);
                }
            });
        });
    }

    static Problem tooLarge(long most) {
        return Problem.of(
                HttpStatus.CONTENT_TOO_LARGE,
                "too-large",
                "A body may have at most " + most + " bytes here. Split a file by period and send its parts.");
    }
}
