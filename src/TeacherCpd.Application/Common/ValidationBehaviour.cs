using FluentValidation;
using MediatR;
using TeacherCpd.Domain.Common;

namespace TeacherCpd.Application.Common;

/// <summary>Second step: has the input the right shape? Error codes of validators are keys of texts.</summary>
public sealed class ValidationBehaviour<TRequest, TResponse>(IEnumerable<IValidator<TRequest>> validators)
    : IPipelineBehavior<TRequest, TResponse>
    where TResponse : IFailable<TResponse>
{
    private static readonly string[] FigureNames = ["MinLength", "MaxLength", "From", "To", "ComparisonValue"];

    public async Task<TResponse> Handle(TRequest request, CancellationToken cancellationToken, RequestHandlerDelegate<TResponse> next)
    {
        foreach (var validator in validators)
        {
            var outcome = await validator.ValidateAsync(request, cancellationToken);
            if (!outcome.IsValid)
            {
                return TResponse.Failed(new InvalidInput(
                    [.. outcome.Errors.Select(e => new FieldFault(e.PropertyName, e.ErrorCode, Limits(e.FormattedMessagePlaceholderValues)))]));
            }
        }

        return await next();
    }

    // the figures that the texts of length and range faults name
    private static List<object?> Limits(Dictionary<string, object> values) =>
        [.. FigureNames
            .Where(values.ContainsKey)
            .Select(name => values[name])
            .Where(v => v is not (0 or -1 or ""))];
}
