package ru.cur.workplace;

import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permission;
import org.springframework.stereotype.Component;

/** Brings grants into the engine; what is granted already stays, also what an administrator has added. */
@Component
class Grants {
    private final AuthorizationService authorizations;

    Grants(AuthorizationService authorizations) {
        this.authorizations = authorizations;
    }

    /** One row per group and resource, whatever the number of tasks. */
    void ensure(Grant grant) {
        Authorization row = authorizations
                .createAuthorizationQuery()
                .authorizationType(Authorization.AUTH_TYPE_GRANT)
                .groupIdIn(grant.group())
                .resourceType(grant.resource())
                .resourceId(grant.resourceId())
                .singleResult();
        if (row == null) {
            row = authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
            row.setGroupId(grant.group());
            row.setResource(grant.resource());
            row.setResourceId(grant.resourceId());
        }
        boolean missing = false;
        for (Permission permission : grant.permissions()) {
            missing |= !row.isPermissionGranted(permission);
            row.addPermission(permission);
        }
        if (missing) {
            authorizations.saveAuthorization(row);
        }
    }
}
