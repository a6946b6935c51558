using TeacherCpd.Application.Exchange;
using TeacherCpd.Application.Exchange.Records;
using TeacherCpd.Application.Exchange.Webhooks;
using TeacherCpd.Domain.Exchange;
using TeacherCpd.Web.Common;

namespace TeacherCpd.Web.Api;

/// <summary>
/// The interface for programs, version 1: a table of addresses, each of which sends one request. What it does is what pages do by the same requests, so rights
/// and audit are the same. docs/api.md tells it to those who write programs.
/// </summary>
internal static class ApiEndpoints
{
    /// <summary>Where all addresses begin.</summary>
    public const string Root = "/api/v1";

    private const int FewRecords = 100;

    /// <summary>Maps them.</summary>
    public static void MapApi(this WebApplication app)
    {
        app.MapOpenApi(Root + "/openapi.json").RequireRateLimiting(PublicLimits.Programs);
        var api = app.MapGroup(Root).RequireRateLimiting(PublicLimits.Programs);
        MapRecords(api.MapGroup("").WithTags("Records"));
        MapImports(api.MapGroup("").WithTags("Imports"));
        MapExports(api.MapGroup("").WithTags("Exports"));
        MapWebhooks(api.MapGroup("").WithTags("Webhooks"));
    }

    private static void MapRecords(RouteGroupBuilder api)
    {
        Reads<PersonRecord>(
            api.MapGet("/me", Answer(context => ApiAnswers.ReadAsync(context, new GetMyPersonRecordQuery()))),
            "getMe", "The record of the person for whom the token acts", ApiScope.OwnRecord);
        Reads<ApiPage<PersonRecord>>(
            api.MapGet("/people", (HttpContext context, string? place, string? after, int? limit) => !ApiAnswers.TryCursor(after, out var behind)
                ? Task.FromResult(ApiProblem.Of(context, new CursorUnknown()))
                : ApiAnswers.ReadAsync(context, new GetPersonRecordsQuery(place, behind, limit ?? FewRecords), page => ApiAnswers.PageOf(page, limit ?? FewRecords, p => p.Id))),
            "getPeople", "Records of the people who work below an organisation, page by page", ApiScope.ReadRegister);
        Reads<PersonRecord>(
            api.MapGet("/people/{id:guid}", (HttpContext context, Guid id) => ApiAnswers.ReadAsync(context, new GetPersonRecordQuery(id))),
            "getPerson", "The record of a person", ApiScope.ReadRegister);
        Reads<PersonRecord>(
            api.MapPost("/people/find", async (HttpContext context) => await ApiAnswers.BodyAsync<FindBody>(context) is { } body
                ? await ApiAnswers.ReadAsync(context, new FindPersonRecordQuery(body.Iin))
                : ApiProblem.Of(context, new BodyUnreadable())).Accepts<FindBody>("application/json"),
            "findPerson", "The record of the person with a national number, which stands in the body so that no log of addresses holds it", ApiScope.ReadRegister);
        Reads<ApiPage<OrganisationRecord>>(
            api.MapGet("/organisations", (HttpContext context, string? after, int? limit) => !ApiAnswers.TryCursor(after, out var behind)
                ? Task.FromResult(ApiProblem.Of(context, new CursorUnknown()))
                : ApiAnswers.ReadAsync(context, new GetOrganisationRecordsQuery(behind, limit ?? FewRecords), page => ApiAnswers.PageOf(page, limit ?? FewRecords, o => o.Id))),
            "getOrganisations", "Organisations, page by page", ApiScope.ReadRegister);
    }

    private static void MapImports(RouteGroupBuilder api)
    {
        Writes<MadeBody>(
            api.MapPost("/imports", (HttpContext context, RegisterKind kind, DateOnly asOf, Guid placeId, string? fileName) => ApiAnswers.WriteAsync(
                context,
                _ => new ReceiveRegisterCommand(kind, asOf, placeId, context.Request.Body, fileName ?? "register.csv"),
                id => new Written(StatusCodes.Status201Created, new MadeBody(id), $"{Root}/imports/{id}"))).Accepts<string>("text/csv"),
            "sendImport", "Sends a file of the national education database as text with separators; it is compared in the background", ApiScope.WriteRegister, StatusCodes.Status201Created);
        Reads<ImportBody>(
            api.MapGet("/imports/{id:guid}", (HttpContext context, Guid id) => ApiAnswers.ReadAsync(context, new GetRegisterImportQuery(id, null, 1), ImportBody.Of)),
            "getImport", "How far an import is, and how often each difference is there", ApiScope.ReadRegister);
        Reads<DifferencesBody>(
            api.MapGet("/imports/{id:guid}/differences", (HttpContext context, Guid id, RegisterFinding finding, int? page) =>
                ApiAnswers.ReadAsync(context, new GetRegisterImportQuery(id, finding, page ?? 1), DifferencesBody.Of)),
            "getDifferences", "Rows of one kind of difference; the rows of an import do not change, so their pages have numbers", ApiScope.ReadRegister);
        Writes(
            api.MapPost("/imports/{id:guid}/confirmation", (HttpContext context, Guid id) => ApiAnswers.WriteAsync<ConfirmBody, Domain.Common.Done>(
                context, (body, _) => new ConfirmRegisterImportCommand(id, body.Follow), _ => new Written(StatusCodes.Status202Accepted))).Accepts<ConfirmBody>("application/json"),
            "confirmImport", "Says in which differences our records follow the file", ApiScope.WriteRegister, StatusCodes.Status202Accepted);
        Writes(
            api.MapPost("/imports/{id:guid}/undoing", (HttpContext context, Guid id) => ApiAnswers.WriteAsync(
                context, _ => new UndoRegisterImportCommand(id), _ => new Written(StatusCodes.Status202Accepted))),
            "undoImport", "Takes back what an import wrote", ApiScope.WriteRegister, StatusCodes.Status202Accepted);
        Writes(
            api.MapDelete("/imports/{id:guid}", (HttpContext context, Guid id) => ApiAnswers.WriteAsync(
                context, _ => new DiscardRegisterImportCommand(id), _ => new Written(StatusCodes.Status204NoContent))),
            "discardImport", "Throws an import away before anything of it is written", ApiScope.WriteRegister, StatusCodes.Status204NoContent);
    }

    private static void MapExports(RouteGroupBuilder api)
    {
        Writes<MadeBody>(
            api.MapPost("/exports", Answer(context => ApiAnswers.WriteAsync<ExportBody, Guid>(
                context,
                (body, id) => new AskForRegisterExportCommand(id, body.PlaceId, body.OnlyChanges),
                id => new Written(StatusCodes.Status202Accepted, new MadeBody(id), $"{Root}/exports/{id}/register.csv")))).Accepts<ExportBody>("application/json"),
            "askForExport", "Asks for an export of work, certificates, categories and training; it is made in the background", ApiScope.WriteRegister, StatusCodes.Status202Accepted);
        ApiScopeNeeded.On(
            api.MapGet("/exports/{id:guid}/register.csv", async (HttpContext context, Guid id) =>
            {
                var result = await context.RequestServices.GetRequiredService<MediatR.IMediator>().Send(new GetRegisterExportQuery(id), context.RequestAborted);
                return result.Error is { } error ? ApiProblem.Of(context, error) : Results.Stream(
                    async stream =>
                    {
                        await foreach (var part in result.Value.Parts.WithCancellation(context.RequestAborted))
                        {
                            await stream.WriteAsync(part, context.RequestAborted);
                        }
                    },
                    "text/csv; charset=utf-8");
            }),
            ApiScope.ReadRegister)
            .WithName("getExport").WithSummary("The rows of an export, as docs/exchange.md describes them; 409 while it is being made")
            .Produces<string>(StatusCodes.Status200OK, "text/csv").WithProblems(StatusCodes.Status404NotFound, StatusCodes.Status409Conflict);
    }

    private static void MapWebhooks(RouteGroupBuilder api)
    {
        Reads<WebhooksBody>(
            api.MapGet("/webhooks", Answer(context => ApiAnswers.ReadAsync(context, new GetWebhooksQuery(), WebhooksBody.Of))),
            "getWebhooks", "Addresses that are told of changes", ApiScope.Webhooks);
        Writes<RegisteredWebhook>(
            api.MapPost("/webhooks", Answer(context => ApiAnswers.WriteAsync<WebhookBody, RegisteredWebhook>(
                context,
                (body, id) => new RegisterWebhookCommand(id, body.Url, body.PlaceId, body.EventKinds),
                made => new Written(StatusCodes.Status201Created, made, $"{Root}/webhooks/{made.Id}/deliveries")))).Accepts<WebhookBody>("application/json"),
            "registerWebhook", "Registers an address; the key of its signatures is in this answer only", ApiScope.Webhooks, StatusCodes.Status201Created);
        Writes(
            api.MapDelete("/webhooks/{id:guid}", (HttpContext context, Guid id) => ApiAnswers.WriteAsync(
                context, _ => new EndWebhookCommand(id), _ => new Written(StatusCodes.Status204NoContent))),
            "endWebhook", "Takes an address away", ApiScope.Webhooks, StatusCodes.Status204NoContent);
        Reads<DeliveriesBody>(
            api.MapGet("/webhooks/{id:guid}/deliveries", (HttpContext context, Guid id, WebhookDeliveryStatus? status, int? page) =>
                ApiAnswers.ReadAsync(context, new GetWebhookQuery(id, status, page ?? 1), DeliveriesBody.Of)),
            "getDeliveries", "Messages to an address with their last tries", ApiScope.Webhooks);
        Writes(
            api.MapPost("/webhooks/{id:guid}/deliveries/{delivery:guid}/replay", (HttpContext context, Guid id, Guid delivery) => ApiAnswers.WriteAsync(
                context, _ => new ReplayDeliveryCommand(id, delivery), _ => new Written(StatusCodes.Status202Accepted))),
            "replayDelivery", "Sends a message again, with its id", ApiScope.Webhooks, StatusCodes.Status202Accepted);
    }

    // without it a handler that takes nothing but the context would be one whose result is thrown away
    private static Delegate Answer(Func<HttpContext, Task<IResult>> answer) => answer;

    private static void Reads<T>(RouteHandlerBuilder endpoint, string name, string summary, ApiScope scope) =>
        ApiScopeNeeded.On(endpoint, scope).WithName(name).WithSummary(summary).Produces<T>().Produces(StatusCodes.Status304NotModified).WithProblems(StatusCodes.Status404NotFound, StatusCodes.Status422UnprocessableEntity);

    private static void Writes<T>(RouteHandlerBuilder endpoint, string name, string summary, ApiScope scope, int status) =>
        ApiScopeNeeded.On(endpoint, scope).WithName(name).WithSummary(summary).WithMetadata(ApiOnce.Value).Produces<T>(status)
            .WithProblems(StatusCodes.Status404NotFound, StatusCodes.Status409Conflict, StatusCodes.Status422UnprocessableEntity);

    private static void Writes(RouteHandlerBuilder endpoint, string name, string summary, ApiScope scope, int status) =>
        ApiScopeNeeded.On(endpoint, scope).WithName(name).WithSummary(summary).WithMetadata(ApiOnce.Value).Produces(status)
            .WithProblems(StatusCodes.Status404NotFound, StatusCodes.Status409Conflict, StatusCodes.Status422UnprocessableEntity);

    private static void WithProblems(this RouteHandlerBuilder endpoint, params int[] statuses)
    {
        int[] everywhere = [StatusCodes.Status400BadRequest, StatusCodes.Status401Unauthorized, StatusCodes.Status403Forbidden, StatusCodes.Status429TooManyRequests];
        foreach (var status in statuses.Concat(everywhere).Order())
        {
            endpoint.Produces<ApiProblemBody>(status, ApiProblem.ContentType);
        }
    }
}

/// <summary>Says of an endpoint that it needs a key and does its work once for each.</summary>
internal sealed record ApiOnce
{
    public static readonly ApiOnce Value = new();
}
