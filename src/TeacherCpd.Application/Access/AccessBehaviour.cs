using System.Reflection;
using MediatR;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Common;

namespace TeacherCpd.Application.Access;

/// <summary>First step of every request: may this user send it at all?</summary>
public sealed class AccessBehaviour<TRequest, TResponse>(CurrentUser user) : IPipelineBehavior<TRequest, TResponse>
    where TResponse : IFailable<TResponse>
{
    // one per request type, read once
    private static readonly AccessAttribute Access = typeof(TRequest).GetCustomAttribute<AccessAttribute>()
        ?? throw new InvalidOperationException($"{typeof(TRequest).Name} does not declare who may send it.");

    public Task<TResponse> Handle(TRequest request, CancellationToken cancellationToken, RequestHandlerDelegate<TResponse> next)
    {
        Error? refusal = Access switch
        {
            OpenToAllAttribute => null,
            SystemOnlyAttribute => user.IsSystem ? null : new Forbidden(),
            RequirePermissionOrSystemAttribute when user.IsSystem => null,
            _ when user.PersonId is null && (user.Grants.Count == 0 || request is ICommand) => new SignInNeeded(),
            RequirePermissionAttribute needed => user.Can(needed.Permission) ? null : new Forbidden(),
            RequirePermissionOrSystemAttribute needed => user.Can(needed.Permission) ? null : new Forbidden(),
            _ => null,
        };
        return refusal is null ? next() : Task.FromResult(TResponse.Failed(refusal));
    }
}
