using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using TeacherCpd.Domain.Exchange;

namespace TeacherCpd.Web.Api;

/// <summary>The description of the interface (OpenAPI 3.1), made from the endpoints themselves.</summary>
internal static class ApiDescription
{
    private const string Token = "token";

    /// <summary>Registers it.</summary>
    public static void AddApiDescription(this IServiceCollection services) => services.AddOpenApi("v1", options =>
    {
        options.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1;
        options.ShouldInclude = endpoint => endpoint.RelativePath?.StartsWith(ApiEndpoints.Root.TrimStart('/'), StringComparison.Ordinal) == true;
        options.AddDocumentTransformer((document, _, _) =>
        {
            document.Info = new OpenApiInfo
            {
                Title = "TeacherCpd",
                Version = "1",
                Description = "Exchange with other systems. docs/api.md tells how to begin.",
            };
            document.Servers = [];
            document.Components ??= new OpenApiComponents();
            document.Components.SecuritySchemes = new Dictionary<string, IOpenApiSecurityScheme>
            {
                [Token] = new OpenApiSecurityScheme
                {
                    Type = SecuritySchemeType.Http,
                    Scheme = "bearer",
                    Description = "A token made on the page /my/tokens. Scopes: " + string.Join(", ", Enum.GetValues<ApiScope>().Select(s => s.Word())) + ".",
                },
            };
            return Task.CompletedTask;
        });
        options.AddOperationTransformer((operation, context, _) =>
        {
            var metadata = context.Description.ActionDescriptor.EndpointMetadata;
            if (metadata.OfType<ApiScopeNeeded>().FirstOrDefault() is { } needed)
            {
                operation.Security = [new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(Token, context.Document)] = [] }];
                operation.Description = $"Scope: {needed.Scope.Word()}.";
            }

            if (metadata.OfType<ApiOnce>().Any())
            {
                operation.Parameters ??= [];
                operation.Parameters.Add(new OpenApiParameter
                {
                    Name = ApiAnswers.KeyHeader,
                    In = ParameterLocation.Header,
                    Required = true,
                    Description = "Any text of up to 200 characters that is new for each request; the same request sent again with it does its work once.",
                    Schema = new OpenApiSchema { Type = JsonSchemaType.String, MaxLength = ApiReply.KeyMaxLength },
                });
            }

            return Task.CompletedTask;
        });
    });
}
