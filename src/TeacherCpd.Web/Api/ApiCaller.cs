using MediatR;
using Microsoft.AspNetCore.Diagnostics;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Accounts.Outside;
using TeacherCpd.Application.Exchange.Api;
using TeacherCpd.Domain.Exchange;
using TeacherCpd.Web.Common;

namespace TeacherCpd.Web.Api;

/// <summary>Says for the rest of a request of a program for whom it acts. Cookies count for nothing here, so a page of another site cannot use them.</summary>
internal sealed class ApiCaller(RequestDelegate next)
{
    private const string Scheme = "Bearer ";

    /// <summary>Whether a request is one of a program.</summary>
    public static bool IsOne(HttpContext context) => context.Request.Path.StartsWithSegments(ApiEndpoints.Root);

    /// <summary>The token of a request; null without one that works.</summary>
    public static TokenHolder? HolderOf(HttpContext context) => context.Features.Get<TokenHolder>();

    public async Task InvokeAsync(HttpContext context, IMediator mediator, CurrentUserLoader loader, CurrentUser user, Language language)
    {
        if (!IsOne(context))
        {
            await next(context);
            return;
        }

        if (context.Features.Get<IStatusCodePagesFeature>() is { } pages)
        {
            pages.Enabled = false;
        }

        language.Use(LanguageOf(context.Request));
        if (await HolderAsync(context, mediator) is { } holder)
        {
            await loader.LoadAsync(holder.PersonId, context.RequestAborted);
            context.Features.Set(holder);
            if (!holder.IsNoted && !user.MustChoosePassword)
            {
                await mediator.Send(new NoteTokenUseCommand(holder.TokenId), context.RequestAborted);
            }
        }

        await next(context);
        if (!context.Response.HasStarted && context.Response is { StatusCode: >= 400, ContentLength: null, ContentType: null })
        {
            await ApiProblem.OfStatus(context, context.Response.StatusCode).ExecuteAsync(context);
        }
    }

    private static async Task<TokenHolder?> HolderAsync(HttpContext context, IMediator mediator)
    {
        var sent = context.Request.Headers.Authorization.ToString();
        if (!sent.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        var token = sent[Scheme.Length..].Trim();
        if (token.StartsWith(ApiToken.Prefix, StringComparison.Ordinal))
        {
            return await mediator.Send(new GetTokenHolderQuery(token), context.RequestAborted) is { IsOk: true, Value: var own } ? own : null;
        }

        return await context.RequestServices.GetRequiredService<OutsideTokens>().ReadAsync(token, context.RequestAborted) is var (issuer, subject, scopes)
            && await mediator.Send(new GetOutsideHolderQuery(issuer, subject, scopes), context.RequestAborted) is { IsOk: true, Value: var outside }
            ? outside
            : null;
    }

    // the first language of the product that the program names; English, since it is a program that reads
    private static Domain.Common.Language LanguageOf(HttpRequest request) =>
        request.GetTypedHeaders().AcceptLanguage
            .OrderByDescending(l => l.Quality ?? 1)
            .Select(l => Language.Of(l.Value.ToString().Split('-')[0].ToLowerInvariant()))
            .FirstOrDefault(l => l is not null) ?? Domain.Common.Language.En;
}

/// <summary>The scope that a token needs for an endpoint; stands in the description of the interface too.</summary>
/// <param name="Scope">Scope.</param>
internal sealed record ApiScopeNeeded(ApiScope Scope)
{
    /// <summary>Refuses requests without it.</summary>
    public static TBuilder On<TBuilder>(TBuilder endpoint, ApiScope scope)
        where TBuilder : IEndpointConventionBuilder =>
        endpoint.WithMetadata(new ApiScopeNeeded(scope)).AddEndpointFilter(async (context, next) => Refusal(context.HttpContext, scope) ?? await next(context));

    private static IResult? Refusal(HttpContext context, ApiScope scope) =>
        ApiCaller.HolderOf(context) is not { } holder ? ApiProblem.Of(context, new TokenNotValid())
        : context.RequestServices.GetRequiredService<CurrentUser>().MustChoosePassword ? ApiProblem.Of(context, new PasswordToBeChosen())
        : holder.Scopes.Contains(scope) ? null
        : ApiProblem.Of(context, new ScopeMissing(scope));
}

/// <summary>The token is not for this.</summary>
/// <param name="Scope">The scope it would need.</param>
internal sealed record ScopeMissing(ApiScope Scope) : Domain.Common.Error("api_scope_missing", Domain.Common.ErrorKind.Forbidden)
{
    /// <inheritdoc/>
    public override IReadOnlyList<object?> Args => [Scope.Word()];
}

/// <summary>The person has a password that somebody else saw, and has to choose one before programs act again.</summary>
internal sealed record PasswordToBeChosen() : Domain.Common.Error("api_password_to_be_chosen", Domain.Common.ErrorKind.Forbidden);
