package ru.cur.platform.security;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.camunda.bpm.webapp.impl.security.auth.ContainerBasedAuthenticationFilter;
import org.springframework.boot.autoconfigure.security.SecurityProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.web.PathPatternRequestMatcherBuilderFactoryBean;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.HttpStatusEntryPoint;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.authentication.logout.HttpStatusReturningLogoutSuccessHandler;
import org.springframework.security.web.authentication.logout.SimpleUrlLogoutSuccessHandler;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.session.HttpSessionEventPublisher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/** Every path needs a login but those named here; one login is good for pages, webapps and the engine's REST API. */
@Configuration(proxyBeanMethods = false)
@EnableWebSecurity
class SecurityConfiguration {
    /** Scripts and styles of our own only; ECharts and Swagger UI set style attributes. */
    private static final String CONTENT_SECURITY_POLICY = "default-src 'self'; style-src 'self' 'unsafe-inline';"
            + " img-src 'self' data:; object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'self'";

    /** What the webapps call to log out: it must end the login as a whole, not the engine's part of it. */
    private static final RequestMatcher WEBAPP_LOGOUT = path(HttpMethod.POST, "/camunda/api/admin/auth/user/*/logout");

    /** Patterns are of the whole path: the engine's APIs are served by servlets of their own. */
    @Bean
    PathPatternRequestMatcherBuilderFactoryBean wholePaths() {
        return new PathPatternRequestMatcherBuilderFactoryBean();
    }

    /** Programs and networks bring keys and secrets of their own, which {@code channel} asks for. */
    @Bean
    @Order(1)
    SecurityFilterChain intake(HttpSecurity http) throws Exception {
        return http.securityMatcher(new OrRequestMatcher(
                        path(null, "/api/messages/**"),
                        path(HttpMethod.POST, "/api/incidents/*/feedback"),
                        path(null, "/open311/**"),
                        path(null, "/channels/*/webhook"),
                        // The network that the demo plays; outside of it nothing is there.
                        path(null, "/demo/vk/**")))
                .csrf(csrf -> csrf.disable())
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .build();
    }

    /** Programs and the Modeler come with HTTP Basic, pages with their session. */
    @Bean
    @Order(2)
    SecurityFilterChain programs(HttpSecurity http, CaseFilters filters) throws Exception {
        return filters.addTo(http)
                .securityMatcher("/engine-rest/**", "/api/**", "/actuator/**", "/v3/api-docs/**")
                .csrf(csrf -> csrf.ignoringRequestMatchers(SecurityConfiguration::bringsItsPassword))
                .httpBasic(Customizer.withDefaults())
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.NEVER))
                .authorizeHttpRequests(requests -> requests.requestMatchers("/actuator/health/**")
                        .permitAll()
                        .requestMatchers("/actuator/**")
                        .hasRole(Role.ADMINISTRATOR.group())
                        .anyRequest()
                        .authenticated())
                .build();
    }

    /** Citizens need no login, and no session either: whichever node gets the form, its token is in a cookie of its own. */
    @Bean
    @Order(3)
    SecurityFilterChain citizens(HttpSecurity http) throws Exception {
        CookieCsrfTokenRepository tokens = new CookieCsrfTokenRepository();
        tokens.setCookieName("CITIZEN-TOKEN");
        tokens.setCookiePath("/citizen");
        tokens.setCookieCustomizer(cookie -> cookie.sameSite("Lax"));
        return http.securityMatcher("/citizen/**")
                .csrf(csrf -> csrf.csrfTokenRepository(tokens))
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(cache -> cache.disable())
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .headers(SecurityConfiguration::protectPages)
                .build();
    }

    @Bean
    @Order(4)
    SecurityFilterChain people(HttpSecurity http, AccessProperties properties, CaseFilters filters) throws Exception {
        return filters.addTo(http)
                // The webapps have their own protection, with a token in a cookie; Spring's would refuse every call of
                // theirs.
                .csrf(csrf -> csrf.ignoringRequestMatchers("/camunda/**"))
                .formLogin(login -> login.loginPage("/login").defaultSuccessUrl("/"))
                .logout(logout -> logout.logoutRequestMatcher(
                                new OrRequestMatcher(path(HttpMethod.POST, "/logout"), WEBAPP_LOGOUT))
                        .deleteCookies("JSESSIONID")
                        .logoutSuccessHandler(SecurityConfiguration::loggedOut))
                .sessionManagement(session ->
                        session.maximumSessions(properties.maxSessions()).expiredUrl("/login?expired"))
                .exceptionHandling(errors -> errors.defaultAuthenticationEntryPointFor(
                                new HttpStatusEntryPoint(HttpStatus.UNAUTHORIZED), path(null, "/camunda/api/**"))
                        .defaultAuthenticationEntryPointFor(
                                new LoginUrlAuthenticationEntryPoint("/login"), request -> true))
                .authorizeHttpRequests(SecurityConfiguration::whoMayComeIn)
                .headers(SecurityConfiguration::protectPages)
                .build();
    }

    /** A program of the webapps gets a status, a person the page to log in. */
    private static void loggedOut(HttpServletRequest request, HttpServletResponse response, Authentication user)
            throws IOException, ServletException {
        if (WEBAPP_LOGOUT.matches(request)) {
            new HttpStatusReturningLogoutSuccessHandler(HttpStatus.NO_CONTENT).onLogoutSuccess(request, response, user);
        } else {
            redirectTo("/login?logout").onLogoutSuccess(request, response, user);
        }
    }

    private static void whoMayComeIn(
            AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry requests) {
        requests
                // Chosen by the page itself: an error's own dispatch must show the error.
                .dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.FORWARD)
                .permitAll()
                .requestMatchers("/login", "/css/**", "/js/**", "/images/**", "/favicon.ico", "/webjars/**")
                .permitAll()
                // The engine's own ways to log in or to make a first administrator would go around ours.
                .requestMatchers("/camunda/api/admin/auth/user/*/login/**", "/camunda/api/admin/setup/**")
                .denyAll()
                .anyRequest()
                .authenticated();
    }

    private static void protectPages(HeadersConfigurer<HttpSecurity> headers) {
        headers.frameOptions(frame -> frame.sameOrigin())
                .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
                .addHeaderWriter((request, response) -> {
                    // The webapps write a policy of their own, with a nonce for each page; so does who sends a file.
                    if (!request.getRequestURI().startsWith(request.getContextPath() + "/camunda")
                            && !response.containsHeader("Content-Security-Policy")) {
                        response.setHeader("Content-Security-Policy", CONTENT_SECURITY_POLICY);
                    }
                });
    }

    private static RequestMatcher path(HttpMethod method, String pattern) {
        return PathPatternRequestMatcher.withDefaults().matcher(method, pattern);
    }

    private static SimpleUrlLogoutSuccessHandler redirectTo(String url) {
        SimpleUrlLogoutSuccessHandler handler = new SimpleUrlLogoutSuccessHandler();
        handler.setDefaultTargetUrl(url);
        return handler;
    }

    private static boolean bringsItsPassword(HttpServletRequest request) {
        return request.getHeader(HttpHeaders.AUTHORIZATION) != null;
    }

    /** Lets the limit of sessions notice that one has ended. */
    @Bean
    HttpSessionEventPublisher httpSessionEventPublisher() {
        return new HttpSessionEventPublisher();
    }

    @Bean
    FilterRegistrationBean<ContainerBasedAuthenticationFilter> webappAuthentication() {
        FilterRegistrationBean<ContainerBasedAuthenticationFilter> registration =
                new FilterRegistrationBean<>(new ContainerBasedAuthenticationFilter());
        registration.setInitParameters(Map.of("authentication-provider", WebappAuthentication.class.getName()));
        registration.addUrlPatterns("/camunda/app/*", "/camunda/api/*");
        registration.setOrder(SecurityProperties.DEFAULT_FILTER_ORDER + 1);
        return registration;
    }
}
