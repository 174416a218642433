package org.totalplace.starter.security;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationResult;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.security.web.server.context.NoOpServerSecurityContextRepository;
import org.springframework.security.web.server.util.matcher.ServerWebExchangeMatchers;
import org.springframework.web.server.ServerWebExchange;
import org.totalplace.starter.problem.ProblemWriter;
import reactor.core.publisher.Mono;

/**
 * What operators ask of a service: whether it lives and is ready, which anybody may know; and its metrics, which count
 * the rare and would tell when it happened, for who shows the key that was set for that ({@code
 * totalplace.metrics-key}) and for nobody where none was.
 */
@AutoConfiguration(after = SecurityConfiguration.class)
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.REACTIVE)
class OperatorsDoor {

    private static final String ALL = "/actuator/**";
    private static final String[] OPEN = {"/actuator/health/liveness", "/actuator/health/readiness"};
    private static final String METRICS = "/actuator/prometheus";

    @Bean
    @Order(0)
    SecurityWebFilterChain operators(
            ServerHttpSecurity http, ProblemWriter problems, @Value("${totalplace.metrics-key}") String key) {
        return http.securityMatcher(ServerWebExchangeMatchers.pathMatchers(ALL))
                .csrf(ServerHttpSecurity.CsrfSpec::disable)
                .httpBasic(ServerHttpSecurity.HttpBasicSpec::disable)
                .formLogin(ServerHttpSecurity.FormLoginSpec::disable)
                .logout(ServerHttpSecurity.LogoutSpec::disable)
                .requestCache(ServerHttpSecurity.RequestCacheSpec::disable)
                .securityContextRepository(NoOpServerSecurityContextRepository.getInstance())
                .authorizeExchange(exchanges -> exchanges
                        .pathMatchers(OPEN)
                        .permitAll()
                        .pathMatchers(METRICS)
                        .access((somebody, context) -> shows(key, context.getExchange()))
                        .anyExchange()
                        .denyAll())
                .exceptionHandling(handling -> handling.authenticationEntryPoint(
                        (exchange, failure) -> SecurityConfiguration.unauthorised(problems, exchange)))
                .build();
    }

    private static Mono<AuthorizationResult> shows(String key, ServerWebExchange exchange) {
        String shown = exchange.getRequest().getHeaders().getFirst(HttpHeaders.AUTHORIZATION);
        boolean same = !key.isBlank() && shown != null && MessageDigest.isEqual(bytes(shown), bytes("Bearer " + key));
        return Mono.just(new AuthorizationDecision(same));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
