package org.totalplace.gateway;

import com.github.tomakehurst.wiremock.extension.ResponseTransformerV2;
import com.github.tomakehurst.wiremock.http.HttpHeader;
import com.github.tomakehurst.wiremock.http.Response;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import java.util.List;
import org.totalplace.starter.disclosure.ToldGroups;

/** Stand-ins say that they tell of nobody, unless they say of whom. */
final class ToldNothing implements ResponseTransformerV2 {

    /** What a stand-in says that says nothing at all. */
    static final String SILENT = "silent";

    @Override
    public String getName() {
        return "told-nothing";
    }

    @Override
    public Response transform(Response response, ServeEvent event) {
        boolean silent = response.getHeaders().getHeader(SILENT).isPresent();
        boolean says = response.getHeaders().getHeader(ToldGroups.HEADER).isPresent();
        return silent || says
                ? response
                : Response.Builder.like(response)
                        .but()
                        .headers(response.getHeaders()
                                .plus(new HttpHeader(ToldGroups.HEADER, ToldGroups.written(List.of()))))
                        .build();
    }
}
