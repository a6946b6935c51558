using TeacherCpd.Application.Access;
using TeacherCpd.Domain.Exchange;

namespace TeacherCpd.Application.Exchange.Api;

/// <summary>Who may give a program which scope.</summary>
public static class ApiScopeRights
{
    /// <summary>The permission without which a scope leads nowhere; null where being signed in is enough.</summary>
    public static Permission? Needs(this ApiScope scope) => scope switch
    {
        ApiScope.OwnRecord => null,
        ApiScope.ReadRegister or ApiScope.WriteRegister or ApiScope.Webhooks => Permission.ExchangeRegister,
    };

    /// <summary>The scopes that the user may give.</summary>
    public static IReadOnlyList<ApiScope> ApiScopes(this CurrentUser user) =>
        [.. Enum.GetValues<ApiScope>().Where(scope => scope.Needs() is not { } needed || user.Can(needed))];
}
