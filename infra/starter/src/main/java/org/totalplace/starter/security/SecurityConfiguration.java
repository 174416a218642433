package org.totalplace.starter.security;

import java.time.InstantSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.annotation.web.reactive.EnableWebFluxSecurity;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.security.web.server.context.NoOpServerSecurityContextRepository;
import org.springframework.web.reactive.config.WebFluxConfigurer;
import org.springframework.web.reactive.result.method.annotation.ArgumentResolverConfigurer;
import org.totalplace.starter.problem.ProblemWriter;

/**
 * The resource server that every service is: only its API description and {@link OpenCalls open calls}
 * answer without a token. What operators ask has a door of its own ({@link OperatorsDoor}).
 */
@AutoConfiguration(
        beforeName = {
            "org.springframework.boot.security.autoconfigure.actuate.web.reactive"
                    + ".ReactiveManagementWebSecurityAutoConfiguration",
            "org.springframework.boot.security.autoconfigure.web.reactive" + ".ReactiveWebSecurityAutoConfiguration",
            "org.springframework.boot.security.oauth2.server.resource.autoconfigure.web.reactive"
                    + ".ReactiveOAuth2ResourceServerWebSecurityAutoConfiguration"
        })
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.REACTIVE)
@EnableWebFluxSecurity
public class SecurityConfiguration {

    /** What answers without a token. */
    public static final String[] OPEN = {"/v3/api-docs", "/v3/api-docs/**"};

    @Bean
    @ConditionalOnMissingBean
    SecurityWebFilterChain resourceServer(ServerHttpSecurity http, ProblemWriter problems) {
        return http.csrf(ServerHttpSecurity.CsrfSpec::disable)
                .httpBasic(ServerHttpSecurity.HttpBasicSpec::disable)
                .formLogin(ServerHttpSecurity.FormLoginSpec::disable)
                .logout(ServerHttpSecurity.LogoutSpec::disable)
                .securityContextRepository(NoOpServerSecurityContextRepository.getInstance())
                .authorizeExchange(exchanges -> exchanges
                        .pathMatchers(OPEN)
                        .permitAll()
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

    static reactor.core.publisher.Mono<Void> unauthorised(
            ProblemWriter problems, org.springframework.web.server.ServerWebExchange exchange) {
        exchange.getResponse().getHeaders().set("WWW-Authenticate", "Bearer");
        return problems.write(
                exchange,
                HttpStatus.UNAUTHORIZED,
                "token-required",
                "The token is missing, expired or not one of this partnership's. Get a new one and send it as Bearer.");
    }

    @Bean
    @ConditionalOnProperty("totalplace.strangers-an-hour")
    StrangersCeiling strangersCeiling(
            @Value("${totalplace.strangers-an-hour}") int anHour, InstantSource clock, ProblemWriter problems) {
        return new StrangersCeiling(anHour, clock, problems);
    }

    @Bean
    WebFluxConfigurer callerArguments() {
        return new WebFluxConfigurer() {
            @Override
            public void configureArgumentResolvers(ArgumentResolverConfigurer configurer) {
                configurer.addCustomResolver(new CallerArguments());
            }
        };
    }
}
