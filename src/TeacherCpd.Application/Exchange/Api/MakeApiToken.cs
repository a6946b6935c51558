using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Exchange;

namespace TeacherCpd.Application.Exchange.Api;

/// <summary>Makes a token by which a program acts for the user. The token comes back once and is not kept.</summary>
/// <param name="TokenId">Id that the form carries: sending it twice makes one.</param>
/// <param name="Name">Name of the program.</param>
/// <param name="Scopes">What it may do; those for which the user has the permission.</param>
/// <param name="Days">Days for which it works, 1 to <see cref="ApiToken.MostDays"/>.</param>
[SignedIn]
public sealed record MakeApiTokenCommand(Guid TokenId, string Name, IReadOnlyList<ApiScope> Scopes, int Days) : ICommand<MadeToken>;

/// <summary>A token, shown this once.</summary>
public sealed record MadeToken(Guid Id, string Secret);

/// <summary>The token was made by the same form before; what it is cannot be shown again.</summary>
public sealed record TokenShownBefore() : Error("api_token_shown_before", ErrorKind.Conflict);

/// <summary>The person has as many tokens as one may have.</summary>
public sealed record TooManyTokens() : Error("api_too_many_tokens", ErrorKind.Conflict)
{
    /// <inheritdoc/>
    public override IReadOnlyList<object?> Args => [ApiToken.MostOfAPerson];
}

internal sealed class MakeApiTokenValidator : AbstractValidator<MakeApiTokenCommand>
{
    public MakeApiTokenValidator()
    {
        RuleFor(c => c.Name).Cascade(CascadeMode.Stop)
            .Must(name => name.OrNothing() is not null).WithErrorCode("required")
            .MaximumLength(ApiToken.NameMaxLength).WithErrorCode("too_long");
        RuleFor(c => c.Scopes).NotEmpty().WithErrorCode("api_no_scope");
        RuleForEach(c => c.Scopes).IsInEnum().OverridePropertyName(nameof(MakeApiTokenCommand.Scopes)).WithErrorCode("api_no_scope");
        RuleFor(c => c.Days).InclusiveBetween(1, ApiToken.MostDays).WithErrorCode("number_out_of_range");
    }
}

internal sealed class MakeApiTokenHandler(IAppDbContext db, CurrentUser user, TimeProvider time) : IRequestHandler<MakeApiTokenCommand, Result<MadeToken>>
{
    public async Task<Result<MadeToken>> Handle(MakeApiTokenCommand request, CancellationToken cancellationToken)
    {
        await db.TakeTurnAsync($"api-tokens/{user.Me}", cancellationToken);
        if (await db.ApiTokens.AnyAsync(t => t.Id == request.TokenId, cancellationToken))
        {
            return new TokenShownBefore();
        }

        if (request.Scopes.Except(user.ApiScopes()).Any())
        {
            return new Forbidden();
        }

        var today = time.Today();
        if (await db.ApiTokens.CountAsync(t => t.PersonId == user.Me && t.RevokedAt == null && t.LastDay >= today, cancellationToken) >= ApiToken.MostOfAPerson)
        {
            return new TooManyTokens();
        }

        var (token, secret) = ApiToken.Make(request.TokenId, user.Me, request.Name.Trim(), request.Scopes, time.UtcNow(), today, request.Days);
        db.ApiTokens.Add(token);
        return new MadeToken(token.Id, secret);
    }
}
