package ru.cur.platform.security;

import java.util.List;
import org.camunda.bpm.engine.AuthenticationException;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.stereotype.Component;

/**
 * Passwords and groups are the engine's; it also slows guessing down and locks an account after ten wrong passwords in a
 * row. Each group becomes the authority {@code ROLE_<group>}.
 */
@Component
class StaffAuthentication implements AuthenticationProvider {
    private final IdentityService identity;

    StaffAuthentication(IdentityService identity) {
        this.identity = identity;
    }

    @Override
    public Authentication authenticate(Authentication request) {
        String login = request.getName();
        if (login.isBlank() || request.getCredentials() == null || !isPassword(login, request.getCredentials())) {
            throw new BadCredentialsException("Неверный логин или пароль");
        }
        List<GrantedAuthority> authorities = identity.createGroupQuery().groupMember(login).list().stream()
                .map(Group::getId)
                .map(group -> (GrantedAuthority) new SimpleGrantedAuthority("ROLE_" + group))
                .toList();
        return UsernamePasswordAuthenticationToken.authenticated(login, null, authorities);
    }

    private boolean isPassword(String login, Object password) {
        try {
            return identity.checkPassword(login, password.toString());
        } catch (AuthenticationException locked) {
            throw new LockedException("Учётная запись временно заблокирована", locked);
        }
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
    }
}
