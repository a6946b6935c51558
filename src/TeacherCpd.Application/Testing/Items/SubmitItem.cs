using MediatR;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Common;

namespace TeacherCpd.Application.Testing.Items;

/// <summary>Hands the draft of an item to the experts.</summary>
[RequirePermission(Permission.WriteTestItems)]
public sealed record SubmitItemCommand(Guid ItemId) : ICommand<Done>;

internal sealed class SubmitItemHandler(IAppDbContext db, CurrentUser user, TimeProvider time) : IRequestHandler<SubmitItemCommand, Result<Done>>
{
    public async Task<Result<Done>> Handle(SubmitItemCommand request, CancellationToken cancellationToken) =>
        await db.FindItemAsync(request.ItemId, cancellationToken) is not { } item ? new NotFound()
        : item.Submit(user.Me, time.UtcNow()) is { } error ? error
        : Done.Value;
}
