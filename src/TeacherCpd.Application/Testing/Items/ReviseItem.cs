using MediatR;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Common;

namespace TeacherCpd.Application.Testing.Items;

/// <summary>Begins the next version of an item, with what the last one says; whoever begins it is its author.</summary>
[RequirePermission(Permission.WriteTestItems)]
public sealed record ReviseItemCommand(Guid ItemId) : ICommand<Done>;

internal sealed class ReviseItemHandler(IAppDbContext db, CurrentUser user, TimeProvider time) : IRequestHandler<ReviseItemCommand, Result<Done>>
{
    public async Task<Result<Done>> Handle(ReviseItemCommand request, CancellationToken cancellationToken) =>
        await db.FindItemAsync(request.ItemId, cancellationToken) is not { } item ? new NotFound()
        : item.Revise(user.Me, time.UtcNow()) is { } error ? error
        : Done.Value;
}
