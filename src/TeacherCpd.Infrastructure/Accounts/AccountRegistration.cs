using System.Security.Claims;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using TeacherCpd.Application.Accounts;
using TeacherCpd.Infrastructure.Persistence;
using TeacherCpd.Infrastructure.Settings;

namespace TeacherCpd.Infrastructure.Accounts;

/// <summary>Registers accounts and signing in.</summary>
public static class AccountRegistration
{
    /// <summary>Claim with the id of the person.</summary>
    public const string PersonClaim = "person";

    /// <summary>Registers accounts.</summary>
    public static IdentityBuilder AddAccounts(this IServiceCollection services)
    {
        services.AddScoped<IAccounts, Accounts>();
        services.AddSingleton<IOneTimePasswords, OneTimePasswords>();
        services.AddSingleton(provider => provider.GetRequiredService<SignInSettings>().ToRules());
        return services.AddIdentityCore<Account>(options =>
            {
                // length over composition: long passwords people can remember
                options.Password.RequiredLength = IAccounts.PasswordMinLength;
                options.Password.RequireDigit = false;
                options.Password.RequireLowercase = false;
                options.Password.RequireUppercase = false;
                options.Password.RequireNonAlphanumeric = false;
                options.Lockout.MaxFailedAccessAttempts = 5;
                options.Lockout.DefaultLockoutTimeSpan = TimeSpan.FromMinutes(10);
            })
            .AddEntityFrameworkStores<AppDbContext>()
            .AddClaimsPrincipalFactory<PersonPrincipalFactory>();
    }
}

/// <summary>The cookie says who the person is; what the person may do is read afresh with every request.</summary>
internal sealed class PersonPrincipalFactory(Microsoft.Extensions.Options.IOptions<IdentityOptions> options) : IUserClaimsPrincipalFactory<Account>
{
    public Task<ClaimsPrincipal> CreateAsync(Account user)
    {
        var claims = options.Value.ClaimsIdentity;
        return Task.FromResult(new ClaimsPrincipal(new ClaimsIdentity(
            [
                new Claim(claims.UserIdClaimType, user.Id.ToString()),
                new Claim(claims.SecurityStampClaimType, user.SecurityStamp ?? ""),
                new Claim(AccountRegistration.PersonClaim, user.PersonId.ToString()),
            ],
            IdentityConstants.ApplicationScheme)));
    }
}
