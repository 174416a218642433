package org.totalplace.identityprovider;

import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.stereotype.Component;

/** The people who may sign in with a browser. */
@Component
class DemonstrationUsers implements UserDetailsService {

    private final DemonstrationSettings settings;

    DemonstrationUsers(DemonstrationSettings settings) {
        this.settings = settings;
    }

    @Override
    public UserDetails loadUserByUsername(String name) {
        return DemonstrationIdentity.of(name)
                .map(identity -> User.withUsername(identity.name())
                        .password(settings.password())
                        .roles(identity.role())
                        .build())
                .orElseThrow(() -> new UsernameNotFoundException("There is no demonstration user " + name));
    }
}
