package org.totalplace.gateway.caller;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.security.web.server.authentication.RedirectServerAuthenticationEntryPoint;
import org.springframework.security.web.server.authentication.ServerAuthenticationFailureHandler;
import org.springframework.security.web.server.authorization.ServerAccessDeniedHandler;
import org.springframework.security.web.server.context.NoOpServerSecurityContextRepository;
import org.springframework.security.web.server.util.matcher.ServerWebExchangeMatchers;
import org.springframework.web.server.ServerWebExchange;
import org.totalplace.starter.problem.ProblemWriter;
import org.totalplace.starter.security.OpenCalls;
import org.totalplace.starter.security.SecurityConfiguration;
import reactor.core.publisher.Mono;

/** Two doors: the API for bearers of a token, the pages for people who signed in. */
@Configuration(proxyBeanMethods = false)
class Doors {

    private static final String[] PUBLIC_PAGES = {
        "/",
        "/assets/**",
        "/docs",
        "/docs/**",
        "/swagger-ui/**",
        "/services",
        "/services/*",
        "/spending",
        "/spending/*.csv",
        "/voice",
        "/voice/*",
        "/voice/engagements/*",
        "/voice/engagements/*/participation.csv",
        "/circle",
        "/circle/hours.csv"
    };
    /** What anybody may send; how often, their address limits. */
    private static final String[] PUBLIC_FORMS = {
        "/voice/suggest", "/voice/follow", "/voice/reopen", "/voice/need", "/voice/need-follow", "/voice/engagements/*"
    };

    /**
     * Nothing but a token opens what is not open to everybody: no cookie, no session, so that no other site can make a
     * browser ask.
     */
    @Bean
    @Order(1)
    SecurityWebFilterChain apiDoor(ServerHttpSecurity http, ProblemWriter problems) {
        return http.securityMatcher(ServerWebExchangeMatchers.pathMatchers("/api/**"))
                .csrf(ServerHttpSecurity.CsrfSpec::disable)
                .httpBasic(ServerHttpSecurity.HttpBasicSpec::disable)
                .formLogin(ServerHttpSecurity.FormLoginSpec::disable)
                .logout(ServerHttpSecurity.LogoutSpec::disable)
                .requestCache(ServerHttpSecurity.RequestCacheSpec::disable)
                .securityContextRepository(NoOpServerSecurityContextRepository.getInstance())
                .headers(PageHeaders::ofTheApi)
                .authorizeExchange(exchanges -> exchanges
                        .matchers(OpenCalls.matcher())
                        .permitAll()
                        .anyExchange()
                        .authenticated())
                .oauth2ResourceServer(server -> server.jwt(jwt -> {})
                        .authenticationEntryPoint((exchange, failure) -> unauthorised(problems, exchange)))
                .exceptionHandling(handling ->
                        handling.authenticationEntryPoint((exchange, failure) -> unauthorised(problems, exchange)))
                .build();
    }

    @Bean
    @Order(2)
    SecurityWebFilterChain pageDoor(
            ServerHttpSecurity http,
            PageHeaders pageHeaders,
            SigningOut signingOut,
            RequestedPage requested,
            SignInStarts starts,
            ServerAccessDeniedHandler refusedPage,
            ServerAuthenticationFailureHandler signInFailedPage) {
        RedirectServerAuthenticationEntryPoint toSignIn = new RedirectServerAuthenticationEntryPoint(SignIn.START);
        toSignIn.setRequestCache(requested);
        return http.headers(pageHeaders::ofThePages)
                .csrf(csrf -> csrf.accessDeniedHandler(refusedPage)
                        .csrfTokenRepository(new FormTokens())
                        .csrfTokenRequestHandler(new TokensInForms()))
                .requestCache(cache -> cache.requestCache(requested))
                .httpBasic(ServerHttpSecurity.HttpBasicSpec::disable)
                .formLogin(ServerHttpSecurity.FormLoginSpec::disable)
                .authorizeExchange(exchanges -> exchanges
                        .pathMatchers(SecurityConfiguration.OPEN)
                        .permitAll()
                        .pathMatchers("/voice/queue", "/voice/triage", "/voice/needs")
                        .authenticated()
                        .pathMatchers(HttpMethod.GET, PUBLIC_PAGES)
                        .permitAll()
                        .pathMatchers(HttpMethod.POST, PUBLIC_FORMS)
                        .permitAll()
                        .anyExchange()
                        .authenticated())
                .oauth2Login(login ->
                        login.authorizationRequestRepository(starts).authenticationFailureHandler(signInFailedPage))
                .logout(logout -> logout.logoutSuccessHandler(signingOut))
                .exceptionHandling(
                        handling -> handling.accessDeniedHandler(refusedPage).authenticationEntryPoint(toSignIn))
                .build();
    }

    private static Mono<Void> unauthorised(ProblemWriter problems, ServerWebExchange exchange) {
        exchange.getResponse().getHeaders().set("WWW-Authenticate", "Bearer");
        return problems.write(
                exchange,
                HttpStatus.UNAUTHORIZED,
                "token-required",
                "The token is missing, expired or not one of this partnership's. Get a new one and send it as Bearer.");
    }
}
